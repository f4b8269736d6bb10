// The contracts as Vitest tries them: each call is a suite.
import * as plain from "./plain.ts";
import { check } from "./vitest.ts";

export * from "./changes.ts";
export { buyersAddress, everyMail, MAIL_SHOP, mailedPhoto } from "./everyMail.ts";
export * from "./messages.ts";
export type {
  CarrierUnderTest,
  MailerUnderTest,
  MembersUnderTest,
  NoPhoto,
  PaymentsUnderTest,
  PhotosUnderTest,
  PurchasesUnderTest,
  ReceivedMail,
  StoreCreditUnderTest,
  StoreLayer,
  TaxUnderTest,
} from "./plain.ts";
export * from "./subscriptions.ts";
export * from "./suite.ts";

/** What every adapter of the port `Carrier` keeps to, as a suite of Vitest. */
export const carrierContract = <R, E>(...given: Parameters<typeof plain.carrierContract<R, E>>): void =>
  check(plain.carrierContract(...given));

/** Search: filters, order and pages, of any store, as a suite of Vitest. */
export const catalogueContract = <E>(...given: Parameters<typeof plain.catalogueContract<E>>): void =>
  check(plain.catalogueContract(...given));

/** One unit, one listing (R4), of any store, as a suite of Vitest. */
export const claimsContract = <E>(...given: Parameters<typeof plain.claimsContract<E>>): void =>
  check(plain.claimsContract(...given));

/** How far each subscriber has come (R60), of any store, as a suite of Vitest. */
export const deliveriesContract = <E>(...given: Parameters<typeof plain.deliveriesContract<E>>): void =>
  check(plain.deliveriesContract(...given));

/** Counts beside a search, of any store, as a suite of Vitest. */
export const facetsContract = <E>(...given: Parameters<typeof plain.facetsContract<E>>): void =>
  check(plain.facetsContract(...given));

/** The brand's figures by day, as a suite of Vitest. */
export const figuresContract = <E>(...given: Parameters<typeof plain.figuresContract<E>>): void =>
  check(plain.figuresContract(...given));

/** Subjects by what they are found by, of any store, as a suite of Vitest. */
export const findContract = <E>(...given: Parameters<typeof plain.findContract<E>>): void =>
  check(plain.findContract(...given));

/** Facts and the journal (R53, R55), of any store, as a suite of Vitest. */
export const historyContract = <E>(...given: Parameters<typeof plain.historyContract<E>>): void =>
  check(plain.historyContract(...given));

/** What has served its time, of any store, as a suite of Vitest. */
export const retentionContract = <E>(...given: Parameters<typeof plain.retentionContract<E>>): void =>
  check(plain.retentionContract(...given));

/** Which photos there are, and what shows them, as a suite of Vitest. */
export const keptPhotosContract = <E>(...given: Parameters<typeof plain.keptPhotosContract<E>>): void =>
  check(plain.keptPhotosContract(...given));

/** What every adapter of the port `Mailer` keeps to, as a suite of Vitest. */
export const mailerContract = <R, E>(...given: Parameters<typeof plain.mailerContract<R, E>>): void =>
  check(plain.mailerContract(...given));

/** What every adapter of the port `Members` keeps to, as a suite of Vitest. */
export const membersContract = <R, E>(...given: Parameters<typeof plain.membersContract<R, E>>): void =>
  check(plain.membersContract(...given));

/** A hint that something was committed, as a suite of Vitest. */
export const newsContract = <E>(...given: Parameters<typeof plain.newsContract<E>>): void =>
  check(plain.newsContract(...given));

/** What every adapter of the port `Payments` keeps to, as a suite of Vitest. */
export const paymentsContract = <R, E>(...given: Parameters<typeof plain.paymentsContract<R, E>>): void =>
  check(plain.paymentsContract(...given));

/** What every adapter of the port `Photos` keeps to, as a suite of Vitest. */
export const photosContract = <R, E>(...given: Parameters<typeof plain.photosContract<R, E>>): void =>
  check(plain.photosContract(...given));

/** What every adapter of the port `Purchases` keeps to, as a suite of Vitest. */
export const purchasesContract = <R, E>(...given: Parameters<typeof plain.purchasesContract<R, E>>): void =>
  check(plain.purchasesContract(...given));

/** Commits, all or none (R56), of any store, as a suite of Vitest. */
export const storeContract = <E>(...given: Parameters<typeof plain.storeContract<E>>): void =>
  check(plain.storeContract(...given));

/** What every adapter of the port `StoreCredit` keeps to, as a suite of Vitest. */
export const storeCreditContract = <R, E>(
  ...given: Parameters<typeof plain.storeCreditContract<R, E>>
): void => check(plain.storeCreditContract(...given));

/** Who is told of events (R60), of any store, as a suite of Vitest. */
export const subscriptionsContract = <E>(...given: Parameters<typeof plain.subscriptionsContract<E>>): void =>
  check(plain.subscriptionsContract(...given));

/** The outbox, of any store, as a suite of Vitest. */
export const tasksContract = <E>(...given: Parameters<typeof plain.tasksContract<E>>): void =>
  check(plain.tasksContract(...given));

/** What every adapter of the port `Tax` keeps to, as a suite of Vitest. */
export const taxContract = <R, E>(...given: Parameters<typeof plain.taxContract<R, E>>): void =>
  check(plain.taxContract(...given));

/** What is due by itself (R41), of any store, as a suite of Vitest. */
export const timersContract = <E>(...given: Parameters<typeof plain.timersContract<E>>): void =>
  check(plain.timersContract(...given));

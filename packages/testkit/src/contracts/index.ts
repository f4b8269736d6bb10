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

export const carrierContract = <R, E>(...given: Parameters<typeof plain.carrierContract<R, E>>): void =>
  check(plain.carrierContract(...given));

export const catalogueContract = <E>(...given: Parameters<typeof plain.catalogueContract<E>>): void =>
  check(plain.catalogueContract(...given));

export const claimsContract = <E>(...given: Parameters<typeof plain.claimsContract<E>>): void =>
  check(plain.claimsContract(...given));

export const deliveriesContract = <E>(...given: Parameters<typeof plain.deliveriesContract<E>>): void =>
  check(plain.deliveriesContract(...given));

export const facetsContract = <E>(...given: Parameters<typeof plain.facetsContract<E>>): void =>
  check(plain.facetsContract(...given));

export const figuresContract = <E>(...given: Parameters<typeof plain.figuresContract<E>>): void =>
  check(plain.figuresContract(...given));

export const findContract = <E>(...given: Parameters<typeof plain.findContract<E>>): void =>
  check(plain.findContract(...given));

export const historyContract = <E>(...given: Parameters<typeof plain.historyContract<E>>): void =>
  check(plain.historyContract(...given));

export const keptPhotosContract = <E>(...given: Parameters<typeof plain.keptPhotosContract<E>>): void =>
  check(plain.keptPhotosContract(...given));

export const mailerContract = <R, E>(...given: Parameters<typeof plain.mailerContract<R, E>>): void =>
  check(plain.mailerContract(...given));

export const membersContract = <R, E>(...given: Parameters<typeof plain.membersContract<R, E>>): void =>
  check(plain.membersContract(...given));

export const newsContract = <E>(...given: Parameters<typeof plain.newsContract<E>>): void =>
  check(plain.newsContract(...given));

export const paymentsContract = <R, E>(...given: Parameters<typeof plain.paymentsContract<R, E>>): void =>
  check(plain.paymentsContract(...given));

export const photosContract = <R, E>(...given: Parameters<typeof plain.photosContract<R, E>>): void =>
  check(plain.photosContract(...given));

export const purchasesContract = <R, E>(...given: Parameters<typeof plain.purchasesContract<R, E>>): void =>
  check(plain.purchasesContract(...given));

export const storeContract = <E>(...given: Parameters<typeof plain.storeContract<E>>): void =>
  check(plain.storeContract(...given));

export const storeCreditContract = <R, E>(
  ...given: Parameters<typeof plain.storeCreditContract<R, E>>
): void => check(plain.storeCreditContract(...given));

export const subscriptionsContract = <E>(...given: Parameters<typeof plain.subscriptionsContract<E>>): void =>
  check(plain.subscriptionsContract(...given));

export const tasksContract = <E>(...given: Parameters<typeof plain.tasksContract<E>>): void =>
  check(plain.tasksContract(...given));

export const taxContract = <R, E>(...given: Parameters<typeof plain.taxContract<R, E>>): void =>
  check(plain.taxContract(...given));

export const timersContract = <E>(...given: Parameters<typeof plain.timersContract<E>>): void =>
  check(plain.timersContract(...given));

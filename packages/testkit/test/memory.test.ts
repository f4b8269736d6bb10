import { CivilDate, Currency, Email, instant, OutcomeUnknown, PaymentToken } from "@resale/core";
import {
  anAddress,
  MemoryCarrier,
  MemoryMailer,
  MemoryMembers,
  MemoryPayments,
  MemoryPhotos,
  MemoryPurchases,
  MemoryStore,
  MemoryStoreCredit,
  MemoryTax,
} from "@resale/testkit";
import {
  carrierContract,
  catalogueContract,
  claimsContract,
  deliveriesContract,
  facetsContract,
  figuresContract,
  findContract,
  historyContract,
  keptPhotosContract,
  mailerContract,
  membersContract,
  newsContract,
  paymentsContract,
  photosContract,
  purchasesContract,
  retentionContract,
  storeContract,
  storeCreditContract,
  subscriptionsContract,
  tasksContract,
  taxContract,
  timersContract,
} from "@resale/testkit/contracts";
import { Layer } from "effect";

storeContract("memory", MemoryStore.layer);
catalogueContract("memory", MemoryStore.layer);
facetsContract("memory", MemoryStore.layer);
claimsContract("memory", MemoryStore.layer);
findContract("memory", MemoryStore.layer);
newsContract("memory", MemoryStore.layer);
figuresContract("memory", MemoryStore.layer);
keptPhotosContract("memory", MemoryStore.layer);
retentionContract("memory", MemoryStore.layer);
historyContract("memory", MemoryStore.layer);
timersContract("memory", MemoryStore.layer);
tasksContract("memory", MemoryStore.layer);
subscriptionsContract("memory", MemoryStore.layer);
deliveriesContract("memory", MemoryStore.layer);

const usd = Currency.make("USD");
const nowhere = anAddress({ region: "ZZ" });
const lost = new OutcomeUnknown({ provider: "memory", reason: "the answer was lost, as asked" });
const afterActing = { afterActing: true };

carrierContract("memory", MemoryCarrier.layer, {
  from: anAddress(),
  to: anAddress({ name: "Grace Hopper", region: "CA", zip: "90001" }),
  nowhere,
  pickupDate: CivilDate.make("2026-12-08"),
  sunday: CivilDate.make("2026-12-13"),
  accept: (tracking) =>
    MemoryCarrier.useSync(({ scan }) => scan(tracking, { at: instant(1), status: "Accepted" })),
  loseAnswer: (method) => MemoryCarrier.useSync(({ failNext }) => failNext(method, lost, afterActing)),
});

paymentsContract("memory", MemoryPayments.layer, {
  currency: usd,
  good: PaymentToken.make("tok_visa"),
  declined: PaymentToken.make("tok_declined"),
  loseAnswer: (method) => MemoryPayments.useSync(({ failNext }) => failNext(method, lost, afterActing)),
});

storeCreditContract("memory", MemoryStoreCredit.layer, {
  currency: usd,
  loseAnswer: (method) => MemoryStoreCredit.useSync(({ failNext }) => failNext(method, lost, afterActing)),
});

taxContract("memory", MemoryTax.layer, {
  currency: usd,
  shipTo: anAddress(),
  untaxed: anAddress({ region: "OR", zip: "97201" }),
  unknown: nowhere,
});

const unreachable = Email.make("nobody@example.com");
const refusing = Layer.effectDiscard(MemoryMailer.useSync(({ refuse }) => refuse(unreachable)));

mailerContract("memory", Layer.provideMerge(refusing, MemoryMailer.layer), {
  unreachable,
  mailbox: (email) =>
    MemoryMailer.useSync(({ to }) =>
      to(email).map(({ messageId, thread, mail, attachments }) => ({
        messageId,
        thread,
        text: JSON.stringify(mail),
        attachments: attachments.map(({ content, ...file }) => ({ ...file, bytes: content })),
      })),
    ),
});

photosContract("memory", MemoryPhotos.layer, {
  photo: new TextEncoder().encode("any bytes at all"),
  noPhotos: [{ what: "an empty file", bytes: new Uint8Array(), reason: "NotAnImage" }],
});

membersContract("memory", MemoryMembers.layer, {
  upsert: (members) => MemoryMembers.useSync(({ upsert }) => upsert(...members)),
});

purchasesContract("memory", MemoryPurchases.layer, {
  upsert: (member, lines) => MemoryPurchases.useSync(({ upsert }) => upsert(member, ...lines)),
});

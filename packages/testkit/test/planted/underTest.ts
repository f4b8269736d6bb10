import { CivilDate, Currency, Email, instant, OutcomeUnknown, PaymentToken } from "@resale/core";
import { anAddress, MemoryCarrier, MemoryMailer, MemoryPayments, MemoryStoreCredit } from "@resale/testkit";
import { Layer } from "effect";

const usd = Currency.make("USD");
const lost = new OutcomeUnknown({ provider: "memory", reason: "the answer was lost, as asked" });
const afterActing = { afterActing: true };

export const nowhere = anAddress({ region: "ZZ" });
export const unreachable = Email.make("nobody@example.com");

export const underCarrier = {
  from: anAddress(),
  to: anAddress({ name: "Grace Hopper", region: "CA", zip: "90001" }),
  nowhere,
  pickupDate: CivilDate.make("2026-12-08"),
  sunday: CivilDate.make("2026-12-13"),
  accept: (tracking: Parameters<MemoryCarrier["Service"]["scan"]>[0]) =>
    MemoryCarrier.useSync(({ scan }) => scan(tracking, { at: instant(1), status: "Accepted" })),
  loseAnswer: (method: "buyLabel" | "refundLabel" | "bookPickup" | "cancelPickup") =>
    MemoryCarrier.useSync(({ failNext }) => failNext(method, lost, afterActing)),
};

export const underPayments = {
  currency: usd,
  good: PaymentToken.make("tok_visa"),
  declined: PaymentToken.make("tok_declined"),
  loseAnswer: (method: "authorise" | "capture" | "cancel" | "refund") =>
    MemoryPayments.useSync(({ failNext }) => failNext(method, lost, afterActing)),
};

export const underCredit = {
  currency: usd,
  loseAnswer: (method: "issue" | "resend") =>
    MemoryStoreCredit.useSync(({ failNext }) => failNext(method, lost, afterActing)),
};

export const underTax = {
  currency: usd,
  shipTo: anAddress(),
  untaxed: anAddress({ region: "OR", zip: "97201" }),
  unknown: nowhere,
};

export const underMailer = {
  unreachable,
  mailbox: (email: Email) =>
    MemoryMailer.useSync(({ to }) =>
      to(email).map(({ messageId, thread, mail, attachments }) => ({
        messageId,
        thread,
        text: JSON.stringify(mail),
        attachments: attachments.map(({ content, ...file }) => ({ ...file, bytes: content })),
      })),
    ),
};

const refusing = Layer.effectDiscard(MemoryMailer.useSync(({ refuse }) => refuse(unreachable)));
export const refusingMailer = Layer.provideMerge(refusing, MemoryMailer.layer);

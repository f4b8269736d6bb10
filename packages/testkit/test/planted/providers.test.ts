import { Carrier, cents, Mailer, Payments, StoreCredit, Tax } from "@resale/core";
import { MemoryCarrier, MemoryPayments, MemoryStoreCredit, MemoryTax } from "@resale/testkit";
import {
  carrierContract,
  mailerContract,
  paymentsContract,
  storeCreditContract,
  taxContract,
} from "@resale/testkit/contracts/plain";
import { Effect, Option } from "effect";
import { notices, planted } from "./catching.ts";
import {
  refusingMailer,
  underCarrier,
  underCredit,
  underMailer,
  underPayments,
  underTax,
} from "./underTest.ts";

const otherKey = <Request extends { readonly key: string }>(request: Request): Request => ({
  ...request,
  key: crypto.randomUUID(),
});

const carrier = (plant: (sound: Carrier["Service"]) => Partial<Carrier["Service"]>) => () =>
  carrierContract("a sick one", planted(Carrier, MemoryCarrier.layer, plant), underCarrier);

notices(
  "a repeat buys another label",
  carrier(({ buyLabel }) => ({ buyLabel: (request) => buyLabel(otherKey(request)) })),
  "a repeat under one key was given another label",
);
notices(
  "no scan is ever told",
  carrier(() => ({ track: () => Effect.succeed([]) })),
  "a parcel that was handed over is not told to be accepted",
);
notices(
  "used labels are taken back",
  carrier(({ refundLabel }) => ({
    refundLabel: (request) => Effect.catchTag(refundLabel(request), "ProviderRefused", () => Effect.void),
  })),
  "a used label must be refused, but it was done",
);

const payments = (plant: (sound: Payments["Service"]) => Partial<Payments["Service"]>) => () =>
  paymentsContract("a sick one", planted(Payments, MemoryPayments.layer, plant), underPayments);

notices(
  "one key holds money twice",
  payments(({ authorise }) => ({ authorise: (request) => authorise(otherKey(request)) })),
  "one key holds money twice",
);
notices(
  "a lost hold is never found",
  payments(() => ({ find: () => Effect.succeed(Option.none()) })),
  "a payment is not found under its key as it was answered",
);
notices(
  "a repeated refund is given twice",
  payments(({ refund }) => ({ refund: (request) => refund(otherKey(request)) })),
  "must be refused, but it was done",
);

const credit = (plant: (sound: StoreCredit["Service"]) => Partial<StoreCredit["Service"]>) => () =>
  storeCreditContract("a sick one", planted(StoreCredit, MemoryStoreCredit.layer, plant), underCredit);

notices(
  "a repeat issues a second card",
  credit(({ issue }) => ({ issue: (request) => issue(otherKey(request)) })),
  "one key was issued two cards",
);
notices(
  "addresses are looked up letter by letter",
  credit(({ find }) => ({
    find: (email) => (email === email.toLowerCase() ? find(email) : Effect.succeed([])),
  })),
  "a card is not found by its address in capitals",
);

notices(
  "a card that was mailed elsewhere is lost to its first address",
  credit(({ find }) => ({
    find: (email) =>
      Effect.map(find(email), (cards) =>
        cards.filter((card) => card.email.toLowerCase() === email.toLowerCase()),
      ),
  })),
  "a card that was mailed elsewhere is not found by the address it was issued to",
);

const tax = (plant: (sound: Tax["Service"]) => Partial<Tax["Service"]>) => () =>
  taxContract("a sick one", planted(Tax, MemoryTax.layer, plant), underTax);

notices(
  "the first line carries the tax of all",
  tax(({ quote }) => ({
    quote: (request) =>
      Effect.map(quote(request), (taxes) => {
        const all = [...taxes.values()].reduce((total, one) => total + one, 0);
        return new Map([...taxes.keys()].map((key, at) => [key, cents(at === 0 ? all : 0)]));
      }),
  })),
  "a line's tax hangs on what else is in the cart",
);
notices(
  "places nobody knows are free of tax",
  tax(({ quote }) => ({
    quote: (request) => Effect.catchTag(quote(request), "ProviderRefused", () => Effect.succeed(new Map())),
  })),
  "must be refused, but it was done",
);

const mailer = (plant: (sound: Mailer["Service"]) => Partial<Mailer["Service"]>) => () =>
  mailerContract("a sick one", planted(Mailer, refusingMailer, plant), underMailer);

notices(
  "each mail goes out twice",
  mailer(({ send }) => ({ send: (message) => Effect.andThen(send(message), send(message)) })),
  "was received more than once",
);
notices(
  "files are left behind",
  mailer(({ send }) => ({ send: (message) => send({ ...message, attachments: [] }) })),
  "other files than the label and its QR code went with the mail",
);
notices(
  "what bounces is taken for sent",
  mailer(({ send }) => ({ send: (message) => Effect.ignore(send(message)) })),
  "a mail to an address that does not exist must be refused, but it was done",
);
notices(
  "what was written is written otherwise the next time",
  mailer(({ write }) => ({
    write: (mail, program) =>
      Effect.map(write(mail, program), (written) => ({
        ...written,
        text: `${written.text} ${crypto.randomUUID()}`,
      })),
  })),
  "was written otherwise the second time",
);
notices(
  "people's words are written as they are",
  mailer(({ write }) => ({
    write: (mail, program) =>
      Effect.map(write(mail, program), (written) => ({ ...written, html: written.text })),
  })),
  "a word became markup",
);

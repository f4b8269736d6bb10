import {
  acceptOptionalMails,
  askForLink,
  askForParcels,
  declineOptionalMails,
  Email,
  guestOf,
  MailReport,
  PaymentReference,
  PhotoId,
  PhotoSize,
  Photos,
  Program,
  receiveChargeback,
  receiveMailReport,
  receiveScans,
  replayStore,
  Scan,
  Task,
  TrackingNumber,
  takeDown,
  takePhoto,
  verifyJournal,
} from "@resale/core";
import { Effect, Option, Result, Schema } from "effect";
import { named, Page } from "./inputs.ts";
import { ask } from "./Row.ts";

/** What providers tell by themselves. */
const Told = Schema.Union([Task.cases.ReceiveScans, Task.cases.ReceiveChargeback]);

const readPhoto = Effect.fn("Photos.read")(function* (id: PhotoId, size: PhotoSize) {
  return Option.getOrNull(yield* (yield* Photos).read(id, size));
});

const email = named("email", Email);
/** Amounts by account as an object, so that the answer may be sent on as JSON. */
const verified = () =>
  Effect.map(verifyJournal(), ({ balances, ...found }) => ({
    ...found,
    balances: Object.fromEntries(balances),
  }));

/** What the shop itself does with the engine, on nobody's behalf. Never to be reached by a request as it came. */
export const hostTable = {
  carriers: {
    receiveScans: ask(
      receiveScans,
      named("carrier", Schema.String),
      named("tracking", TrackingNumber),
      named("scans", Schema.Array(Scan)),
    ),
    askForParcels: ask(askForParcels, Page),
  },
  payments: {
    receiveChargeback: ask(
      receiveChargeback,
      named("provider", Schema.String),
      named("payment", PaymentReference),
      named("outcome", Schema.Literals(["Open", "Won", "Lost"])),
    ),
  },
  providers: {
    /** Takes down what a provider has told, under a key made of its message: answer the provider then; a worker acts on it. */
    takeDown: ask(takeDown, named("key", Schema.NonEmptyString), named("told", Schema.Array(Told))),
  },
  mails: {
    /** What a mail server has reported of a mail after it had taken it. */
    receiveReport: ask(receiveMailReport, named("report", MailReport)),
    /** For a reader who has shown that the address is theirs: mails that tell nothing new, no more or again. */
    declineOptional: ask(declineOptionalMails, email),
    acceptOptional: ask(acceptOptionalMails, email),
  },
  photos: {
    take: ask(takePhoto, named("file", Schema.Uint8Array)),
    read: ask(readPhoto, named("photo", PhotoId), named("size", PhotoSize)),
  },
  guests: {
    /** Whoever holds a link, as the actor to act `as`. */
    actorOf: ask(guestOf, named("token", Schema.String)),
    /** Mails new links to the address that orders were bought with, and tells nothing of whether there are any. */
    mailLinks: ask((address: Email) => askForLink(address), email),
  },
  journal: { verify: ask(verified) },
  programs: {
    /** What would have come out of everything that is stored under another Program (R57). Reads all of it. */
    replay: ask(
      (other: Program) => replayStore({ under: () => Result.succeed(other) }),
      named("program", Program),
    ),
  },
} as const;

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
import { Page } from "./inputs.ts";
import { ask } from "./Row.ts";

/** What providers tell by themselves. */
const Told = Schema.Union([Task.cases.ReceiveScans, Task.cases.ReceiveChargeback]);

const readPhoto = Effect.fn("Photos.read")(function* (id: PhotoId, size: PhotoSize) {
  return Option.getOrNull(yield* (yield* Photos).read(id, size));
});

/** What the shop itself does with the engine, on nobody's behalf. Never to be reached by a request as it came. */
export const hostTable = {
  carriers: {
    receiveScans: ask(receiveScans, Schema.String, TrackingNumber, Schema.Array(Scan)),
    askForParcels: ask(askForParcels, Page),
  },
  payments: {
    receiveChargeback: ask(
      receiveChargeback,
      Schema.String,
      PaymentReference,
      Schema.Literals(["Open", "Won", "Lost"]),
    ),
  },
  providers: {
    /** Takes down what a provider has told, under a key made of its message: answer the provider then; a worker acts on it. */
    takeDown: ask(takeDown, Schema.NonEmptyString, Schema.Array(Told)),
  },
  mails: {
    /** What a mail server has reported of a mail after it had taken it. */
    receiveReport: ask(receiveMailReport, MailReport),
    /** For a reader who has shown that the address is theirs: mails that tell nothing new, no more or again. */
    declineOptional: ask(declineOptionalMails, Email),
    acceptOptional: ask(acceptOptionalMails, Email),
  },
  photos: { take: ask(takePhoto, Schema.Uint8Array), read: ask(readPhoto, PhotoId, PhotoSize) },
  guests: {
    /** Whoever holds a link, as the actor to act `as`. */
    actorOf: ask(guestOf, Schema.String),
    /** Mails new links to the address that orders were bought with, and tells nothing of whether there are any. */
    mailLinks: ask((email: Email) => askForLink(email), Email),
  },
  journal: { verify: ask(verifyJournal) },
  programs: {
    /** What would have come out of everything that is stored under another Program (R57). Reads all of it. */
    replay: ask((other: Program) => replayStore({ under: () => Result.succeed(other) }), Program),
  },
} as const;

import {
  askForLink,
  askForParcels,
  Email,
  guestOf,
  PaymentReference,
  PhotoId,
  PhotoSize,
  Photos,
  receiveChargeback,
  receiveScans,
  Scan,
  TrackingNumber,
  takePhoto,
  verifyJournal,
} from "@resale/core";
import { Effect, Option, Schema } from "effect";
import { Page } from "./inputs.ts";
import { ask } from "./Row.ts";

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
  photos: { take: ask(takePhoto, Schema.Uint8Array), read: ask(readPhoto, PhotoId, PhotoSize) },
  guests: {
    /** Whoever holds a link, as the actor to act `as`. */
    actorOf: ask(guestOf, Schema.String),
    /** Mails new links to the address that orders were bought with, and tells nothing of whether there are any. */
    mailLinks: ask((email: Email) => askForLink(email), Email),
  },
  journal: { verify: ask(verifyJournal) },
} as const;

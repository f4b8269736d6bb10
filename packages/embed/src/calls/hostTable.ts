import {
  type Actor,
  askForParcels,
  guestOf,
  Links,
  PaymentReference,
  PhotoId,
  PhotoSize,
  Photos,
  receiveChargeback,
  receiveScans,
  Scan,
  TrackingNumber,
  verifyJournal,
} from "@resale/core";
import { Effect, Option, Schema } from "effect";
import { Page } from "./inputs.ts";
import { ask } from "./Row.ts";

const guest = Effect.fn("Orders.guest")(function* (token: string) {
  const actor: Actor = yield* guestOf((yield* Links).orderOf(token));
  return actor;
});

const take = Effect.fn("Photos.take")(function* (bytes: Uint8Array) {
  return yield* (yield* Photos).take(bytes);
});

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
  photos: { take: ask(take, Schema.Uint8Array), read: ask(readPhoto, PhotoId, PhotoSize) },
  guests: { actorOf: ask(guest, Schema.String) },
  journal: { verify: ask(verifyJournal) },
} as const;

import {
  CancelReason,
  type CivilDate,
  checkoutStory,
  commandOrder,
  HOUR,
  instant,
  type OrderCommand,
  PaymentReference,
  plus,
  receiveChargeback,
  receiveScans,
  type ScanStatus,
  TrackingNumber,
  viewOrder,
  Zip,
} from "@resale/core";
import { Effect, Schema } from "effect";
import fc from "fast-check";
import { asSupport, freshId } from "../../builders/index.ts";
import { type Known, nobody, nth, place, Wired } from "./Wired.ts";

const byOrder = (
  name: string,
  at: number,
  act: (one: Known["orders"][number], known: Known) => ReturnType<Wired["act"]>,
) =>
  new Wired(`${name} (order ${at})`, (known) => {
    const one = nth(known.orders, at);
    return one === undefined ? nobody : act(one, known);
  });

const statuses: ReadonlyArray<ScanStatus> = [
  "Accepted",
  "Accepted",
  "InTransit",
  "Delivered",
  "Delivered",
  "Returning",
  "Lost",
];
export const scanning = (at: number, status: ScanStatus, hours: number, elsewhere: boolean) =>
  byOrder(`the carrier scans ${status} ${hours} h ago`, at, ({ id }, { clock, program }) =>
    Effect.gen(function* () {
      const { order } = yield* viewOrder(asSupport, id);
      const tracking = TrackingNumber.make(order.tracking ?? "missing");
      const zip = elsewhere ? Zip.make("10001") : program.ownStock.address.zip;
      const moment = plus(instant(clock.now), -hours * HOUR);
      yield* receiveScans("Memory", tracking, [{ at: moment, status, zip }]);
    }),
  );

const hours = fc.oneof(fc.constant(0), fc.nat({ max: 30 }));
export const carrier = fc
  .tuple(place, fc.constantFrom(...statuses), hours, fc.nat({ max: 4 }))
  .map(([at, status, ago, luck]) => scanning(at, status, ago, luck === 0));

/** A command, which may be sent twice under one key: the repeat gets the first answer (R56). */
const told = (who: "buyer" | "support", command: OrderCommand, at: number, twice: boolean) =>
  byOrder(`${who}: ${command._tag}${twice ? " twice" : ""}`, at, (one) => {
    const actor = who === "support" ? asSupport : one.buyer;
    const idempotency = { scope: "model", key: freshId(), fingerprint: command._tag };
    const once = commandOrder({ actor, idempotency }, one.id, command);
    return twice ? Effect.andThen(once, once) : once;
  });

const buyers: ReadonlyArray<OrderCommand> = [
  { _tag: "Confirm" },
  { _tag: "OpenDispute", kind: "NotAsDescribed", text: "It is not as described.", photos: [] },
  { _tag: "Rate", stars: 4, text: null },
];
const supports: ReadonlyArray<OrderCommand> = [
  ...[true, false, true, false].map(
    (upheld) => ({ _tag: "DecideDispute", upheld, text: upheld ? "The buyer is right." : "No." }) as const,
  ),
  ...CancelReason.literals.map((code) => ({ _tag: "Cancel", reason: { code, text: "" } }) as const),
  { _tag: "Wait" },
  { _tag: "VerifyDelivery" },
  { _tag: "ModerateRating", publish: true },
  { _tag: "ReleasePayout" },
  { _tag: "DropPayout" },
  { _tag: "RecordReturnReceived" },
  { _tag: "BookPickup", date: "2026-03-03" as CivilDate },
  { _tag: "SendLink" },
];
export const buyer = fc
  .tuple(fc.constantFrom(...buyers), place, fc.boolean())
  .map(([command, at, twice]) => told("buyer", command, at, twice));
export const support = fc
  .tuple(fc.constantFrom(...supports), place, fc.boolean())
  .map(([command, at, twice]) => told("support", command, at, twice));

const isPlaced = Schema.is(Schema.Struct({ _tag: Schema.Literal("Placed"), payment: PaymentReference }));

export const bank = fc.tuple(place, fc.constantFrom("Open", "Won", "Lost")).map(
  ([at, outcome]) =>
    new Wired(`the bank: ${outcome} (checkout ${at})`, (known) => {
      const one = nth(known.checkouts, at);
      if (one === undefined) return nobody;
      return Effect.gen(function* () {
        const { events } = yield* checkoutStory(asSupport, one.id);
        const placed = events.map(({ event }) => event).find(isPlaced);
        return placed === undefined
          ? yield* nobody
          : yield* receiveChargeback("Memory", placed.payment, outcome);
      });
    }),
);

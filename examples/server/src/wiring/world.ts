import { CARRIER_SIGNATURE, CarrierSimulator, type Outbox, type SignedEvent } from "@resale/carriers";
import { SimulatedWorld } from "@resale/core";
import { CardSimulator, PAYMENT_SIGNATURE } from "@resale/payments";
import { Effect, Layer, Option } from "effect";

/** Hands a webhook to the shop as a provider would: over HTTP. False, if it was not taken. */
export type Deliver = (path: string, header: string, event: SignedEvent) => Effect.Effect<boolean>;

const playOf = (outbox: Outbox, path: string, header: string, deliver: Deliver) =>
  Effect.gen(function* () {
    let told = 0;
    for (const event of yield* outbox.events) {
      if (!(yield* deliver(path, header, event))) continue;
      yield* outbox.acknowledge(event.id);
      told++;
    }
    return told;
  });

/** The simulated providers tell what they have to tell: scans and chargebacks, signed, to the shop's own address. */
export const simulatedWorld = (deliver: Deliver) =>
  Layer.effect(
    SimulatedWorld,
    Effect.gen(function* () {
      const carrier = yield* CarrierSimulator;
      const cards = yield* CardSimulator;
      return SimulatedWorld.of({
        next: Effect.gen(function* () {
          const due = [yield* carrier.due, yield* cards.due].flatMap((at) =>
            Option.match(at, { onNone: () => [], onSome: (one) => [one] }),
          );
          return Option.fromUndefinedOr(due.sort((one, other) => one - other)[0]);
        }),
        play: Effect.gen(function* () {
          const scans = yield* playOf(carrier, "/webhooks/carrier", CARRIER_SIGNATURE, deliver);
          const news = yield* playOf(cards, "/webhooks/payments", PAYMENT_SIGNATURE, deliver);
          return scans + news;
        }),
      });
    }),
  );

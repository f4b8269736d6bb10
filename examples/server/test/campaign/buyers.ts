// One of several processes whose buyers all want the same piece, over fewer connections than there are buyers.
import { once } from "node:events";
import { flushCompileCache } from "node:module";
import { CheckoutId, type ListingId, openCheckout, type PaymentToken, payCheckout } from "@resale/core";
import { Effect, Layer, Result } from "effect";
import { engineAt, type Manner, type Place } from "./engine.ts";
import { buyerOf } from "./goods.ts";

/** What one process is told. */
export interface BuyersOrders extends Place, Manner {
  readonly listing: ListingId;
  readonly buyers: ReadonlyArray<number>;
}

const told: BuyersOrders = JSON.parse(process.argv[2] ?? "");
const caller = { actor: { _tag: "Visitor" } } as const;

/** Tells what it came to: `Bought`, or the tag of the refusal. */
const buy = Effect.fnUntraced(function* (n: number) {
  const held = yield* Effect.result(openCheckout(caller, { listings: [told.listing], ...buyerOf(n) }));
  if (Result.isFailure(held)) return held.failure._tag;
  const payment = { tender: "Card", token: "tok_visa" as PaymentToken };
  const paid = yield* Effect.result(payCheckout(caller, CheckoutId.make(held.success.id), payment));
  return Result.isSuccess(paid) ? "Bought" : paid.failure._tag;
});

await Effect.runPromise(
  Effect.scoped(
    Effect.gen(function* () {
      const services = yield* Layer.build(engineAt(told, told));
      process.stdout.write("begun\n");
      flushCompileCache();
      yield* Effect.promise(() => once(process.stdin, "data"));
      const outcomes = yield* Effect.forEach(told.buyers, buy, { concurrency: "unbounded" }).pipe(
        Effect.provide(services),
      );
      process.stdout.write(`${JSON.stringify(outcomes)}\n`);
    }),
  ),
);
process.exit(0);

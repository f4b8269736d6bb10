import { Store } from "@resale/core";
import { PostgresStore } from "@resale/postgres";
import { Effect, Layer, ManagedRuntime, Redacted } from "effect";
import type { Orders } from "./orders.ts";
import type { Writer } from "./Writer.ts";

const layerOf = (url: string) => PostgresStore.layer({ url: Redacted.make(url) });

/** Makes the store's tables. */
export const migrated = (url: string): Promise<void> =>
  Effect.runPromise(Effect.scoped(Effect.asVoid(Layer.build(layerOf(url)))));

/** Our store, as an application uses it. */
export const openStore = async (url: string): Promise<Writer> => {
  const runtime = ManagedRuntime.make(layerOf(url));
  const store = await runtime.runPromise(Store);
  const caller = (orders: Orders, number: number, callers: number, until: number) =>
    Effect.gen(function* () {
      let written = 0;
      while (performance.now() < until) {
        yield* store.commit({ changes: [orders.next(number, callers)] });
        written++;
      }
      return written;
    });
  return {
    write: async (orders, callers, until) => {
      const all = Array.from({ length: callers }, (_, number) => caller(orders, number, callers, until));
      const written = await runtime.runPromise(Effect.all(all, { concurrency: "unbounded" }));
      return written.reduce((sum, one) => sum + one, 0);
    },
    close: () => runtime.dispose(),
  };
};

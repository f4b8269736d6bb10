import { instant, Programs, preLoved } from "@resale/core";
import { uuidV7 } from "@resale/http";
import { PostgresStore } from "@resale/postgres";
import { memoryProviders, SettableClock, settableClockLayer, testLinks } from "@resale/testkit";
import { Layer, ManagedRuntime, Redacted } from "effect";

/** A Monday morning in New York. */
const START = instant(Date.parse("2026-11-02T10:00:00-05:00"));

const providers = Layer.mergeAll(memoryProviders, Programs.layer(preLoved), testLinks, uuidV7);

/** The whole engine on a real database, with providers that answer at once and a clock that is set. */
export const openShop = (url: string) => {
  const clock = new SettableClock(START);
  const store = PostgresStore.layer({ url: Redacted.make(url) });
  const runtime = ManagedRuntime.make(Layer.mergeAll(providers, store, settableClockLayer(clock)));
  return { clock, runtime };
};
export type Shop = ReturnType<typeof openShop>;

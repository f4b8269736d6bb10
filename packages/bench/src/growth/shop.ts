import { instant, Links, Programs, preLoved, SimulatedWorld } from "@resale/core";
import { uuidV7 } from "@resale/http";
import { PostgresStore } from "@resale/postgres";
import {
  MemoryCarrier,
  MemoryMailer,
  MemoryMembers,
  MemoryPayments,
  MemoryPhotos,
  MemoryPurchases,
  MemoryStoreCredit,
  MemoryTax,
  SettableClock,
  settableClockLayer,
} from "@resale/testkit";
import { Effect, Layer, ManagedRuntime, Option, Redacted } from "effect";

/** A Monday morning in New York. */
const START = instant(Date.parse("2026-11-02T10:00:00-05:00"));

const links = Layer.succeed(Links, {
  share: (listing) => `https://shop.example/pieces/${listing}`,
  manage: (listing) => `https://shop.example/sell/${listing}`,
  order: (order) => `https://shop.example/orders/${order}`,
  guestOrder: (order) => `https://shop.example/guest/${order}`,
  desk: (kind, id) => `https://shop.example/desk/${kind}/${id}`,
  orderOf: () => Option.none(),
});

const providers = Layer.mergeAll(
  MemoryMembers.layer,
  MemoryPurchases.layer,
  MemoryPayments.layer,
  MemoryTax.layer,
  MemoryStoreCredit.layer,
  MemoryCarrier.layer,
  MemoryMailer.layer,
  MemoryPhotos.layer,
  Programs.layer(preLoved),
  links,
  uuidV7,
  Layer.succeed(SimulatedWorld, { next: Effect.succeed(Option.none()), play: Effect.succeed(0) }),
);

/** The whole engine on a real database, with providers that answer at once and a clock that is set. */
export const openShop = (url: string) => {
  const clock = new SettableClock(START);
  const store = PostgresStore.layer({ url: Redacted.make(url) });
  const runtime = ManagedRuntime.make(Layer.mergeAll(providers, store, settableClockLayer(clock)));
  return { clock, runtime };
};
export type Shop = ReturnType<typeof openShop>;

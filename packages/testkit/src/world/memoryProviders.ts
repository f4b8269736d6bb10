import { Ids, instant, Links, OrderId, SimulatedWorld } from "@resale/core";
import { Effect, Layer, Option } from "effect";
import { MemoryCarrier } from "../memory/MemoryCarrier.ts";
import { MemoryMailer } from "../memory/MemoryMailer.ts";
import { MemoryMembers } from "../memory/MemoryMembers.ts";
import { MemoryPayments } from "../memory/MemoryPayments.ts";
import { MemoryPhotos } from "../memory/MemoryPhotos.ts";
import { MemoryPurchases } from "../memory/MemoryPurchases.ts";
import { MemoryStoreCredit } from "../memory/MemoryStoreCredit.ts";
import { MemoryTax } from "../memory/MemoryTax.ts";
import { MemoryWebhooks } from "../memory/MemoryWebhooks.ts";

/** Addresses of a shop that exists in tests only; a guest's token is what it says, the key turned round. */
export const testLinks = Layer.succeed(Links, {
  share: (listing) => `https://shop.example/pieces/${listing}`,
  manage: (listing) => `https://shop.example/sell/${listing}`,
  order: (order) => `https://shop.example/orders/${order}`,
  guestOrder: ({ order, generation, until }) =>
    `https://shop.example/guest/${[...order].reverse().join("")}.${generation}.${until}`,
  desk: (kind, id) => `https://shop.example/desk/${kind}/${id}`,
  linkOf: (token) => {
    const [, turned = "", generation, until] = /^([0-9a-f-]{36})\.(\d+)\.(\d+)$/.exec(token) ?? [];
    const order = [...turned].reverse().join("");
    return order === ""
      ? Option.none()
      : Option.some({
          order: OrderId.make(order),
          generation: Number(generation),
          until: instant(Number(until)),
        });
  },
});

/** Ids as a shop has them: a test of one runs beside another in one database. */
export const randomIds = Layer.succeed(Ids, { next: Effect.sync(() => crypto.randomUUID()) });

/** Nobody out there tells anything by itself: a test gives the scans. */
export const silentWorld = Layer.succeed(SimulatedWorld, {
  next: Effect.succeed(Option.none()),
  play: Effect.succeed(0),
});

/** Everybody whom the engine asks and tells, in memory: all ports but the store's. For an engine on a store of one's own. */
export const memoryProviders = Layer.mergeAll(
  MemoryMembers.layer,
  MemoryPurchases.layer,
  MemoryPayments.layer,
  MemoryTax.layer,
  MemoryStoreCredit.layer,
  MemoryCarrier.layer,
  MemoryMailer.layer,
  MemoryPhotos.layer,
  MemoryWebhooks.layer,
  silentWorld,
);

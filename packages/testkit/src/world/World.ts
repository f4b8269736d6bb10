import {
  Ids,
  type Instant,
  Links,
  OrderId,
  type Program,
  Programs,
  preLoved,
  SimulatedWorld,
} from "@resale/core";
import { Effect, Layer, ManagedRuntime, Option } from "effect";
import { START } from "../builders/times.ts";
import { MemoryCarrier } from "../memory/MemoryCarrier.ts";
import { MemoryMailer } from "../memory/MemoryMailer.ts";
import { MemoryMembers } from "../memory/MemoryMembers.ts";
import { MemoryPayments } from "../memory/MemoryPayments.ts";
import { MemoryPhotos } from "../memory/MemoryPhotos.ts";
import { MemoryPurchases } from "../memory/MemoryPurchases.ts";
import { MemoryStore } from "../memory/MemoryStore.ts";
import { MemoryStoreCredit } from "../memory/MemoryStoreCredit.ts";
import { MemoryTax } from "../memory/MemoryTax.ts";
import { SettableClock, settableClockLayer } from "./SettableClock.ts";

/** Addresses of a shop that exists in tests only; a guest's token is the order's key, turned round. */
const links = Layer.succeed(Links, {
  share: (listing) => `https://shop.example/pieces/${listing}`,
  manage: (listing) => `https://shop.example/sell/${listing}`,
  order: (order) => `https://shop.example/orders/${order}`,
  guestOrder: (order) => `https://shop.example/guest/${[...order].reverse().join("")}`,
  desk: (kind, id) => `https://shop.example/desk/${kind}/${id}`,
  orderOf: (token) => {
    const order = [...token].reverse().join("");
    return /^[0-9a-f-]{36}$/.test(order) ? Option.some(OrderId.make(order)) : Option.none();
  },
});

const ids = Layer.succeed(Ids, { next: Effect.sync(() => crypto.randomUUID()) });

/** Nobody out there tells anything by itself: a test gives the scans. */
const silent = Layer.succeed(SimulatedWorld, {
  next: Effect.succeed(Option.none()),
  play: Effect.succeed(0),
});

const adapters = Layer.mergeAll(
  MemoryStore.layer,
  MemoryMembers.layer,
  MemoryPurchases.layer,
  MemoryPayments.layer,
  MemoryTax.layer,
  MemoryStoreCredit.layer,
  MemoryCarrier.layer,
  MemoryMailer.layer,
  MemoryPhotos.layer,
  links,
  ids,
  silent,
);

/** The whole engine in memory, with a clock that a test sets. Use cases run in its `runtime`. */
export const makeWorld = (program: Program = preLoved, start: Instant = START) => {
  const clock = new SettableClock(start);
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(adapters, Programs.layer(program), settableClockLayer(clock)),
  );
  return { clock, runtime, program };
};
export type World = ReturnType<typeof makeWorld>;

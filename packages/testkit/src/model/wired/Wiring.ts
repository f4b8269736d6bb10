import {
  type Carrier,
  type Mailer,
  type Payments,
  type Photos,
  type Program,
  Programs,
  type SimulatedWorld,
  type StoreCredit,
  type StorePorts,
  type Tax,
  type Webhooks,
} from "@resale/core";
import { Effect, Layer, ManagedRuntime } from "effect";
import { aMember, aProduct, aPurchase, memberId, START } from "../../builders/index.ts";
import { MemoryMembers } from "../../memory/MemoryMembers.ts";
import { MemoryPurchases } from "../../memory/MemoryPurchases.ts";
import { memoryProviders, randomIds, testLinks } from "../../world/memoryProviders.ts";
import { SettableClock, settableClockLayer } from "../../world/SettableClock.ts";

type ProviderPorts = Payments | Tax | StoreCredit | Carrier | Mailer | Photos | Webhooks | SimulatedWorld;

/** A wiring that lives are lived on: the ports that are tried. Members and purchases are made up for each life. */
export interface Wiring {
  /** The ports of a store in which nothing stands yet. */
  readonly store: Layer.Layer<StorePorts, unknown>;
  /** Whom the engine asks and tells, on the clock they are given; in memory, if left out. */
  readonly providers?: Layer.Layer<ProviderPorts, unknown>;
}

/** Who sells, and how many things each once bought. */
export const SELLERS = ["ada", "bob"] as const;
export const LINES = 3;
export const lineOf = (seller: string, line: number): string => `line-${seller}-${line}`;

const people = (program: Program) =>
  Effect.gen(function* () {
    const members = yield* MemoryMembers;
    const purchases = yield* MemoryPurchases;
    const { ownStock, categories, brand } = program;
    const product = aProduct({ category: categories[0].key, name: `${brand} ${categories[0].label}` });
    for (const name of [...SELLERS, "grace"]) {
      const address = { ...ownStock.address, name };
      members.upsert(aMember({ id: name, email: `${name}@example.com` as never, address }));
    }
    for (const seller of SELLERS) {
      for (let line = 0; line < LINES; line++) {
        purchases.upsert(memberId(seller), aPurchase({ id: lineOf(seller, line), quantity: 2, product }));
      }
    }
  });

/** The whole engine on a wiring, with a clock that is set. */
export const openWiring = async ({ store, providers = memoryProviders }: Wiring, program: Program) => {
  const clock = new SettableClock(START);
  const known = Layer.mergeAll(MemoryMembers.layer, MemoryPurchases.layer, testLinks, randomIds);
  // Beside each other: what a store is opened with (connections, their time limits) goes by the machine's own clock.
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(known, providers, Programs.layer(program), store, settableClockLayer(clock)),
  );
  await runtime.runPromise(people(program));
  return { clock, program, runtime };
};
/** An engine that lives are lived on. */
export type Opened = Awaited<ReturnType<typeof openWiring>>;
export type Ports = ManagedRuntime.ManagedRuntime.Services<Opened["runtime"]>;

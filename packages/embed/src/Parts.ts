import type {
  Carrier,
  Ids,
  Links,
  Mailer,
  Members,
  Payments,
  Photos,
  Program,
  Purchases,
  SandboxClock,
  SimulatedWorld,
  StoreCredit,
  StorePorts,
  Tax,
  Webhooks,
} from "@resale/core";
import type { Layer } from "effect";
import type { PlainLinks } from "./ports/links.ts";
import type { PlainOf } from "./ports/providers.ts";

/** One of our adapters, or any written in Effect. */
type Made<Port> = Layer.Layer<Port, unknown>;

/** What a shop puts together: each part is one of our adapters, or an object of plain functions. */
export interface Parts {
  /** Read by `readProgram`: one that can't be used is refused at once, with every field at fault. */
  readonly program: Program;
  /** Earlier versions of the Program: all under which an order that is stored was sold (R57). */
  readonly earlier?: ReadonlyArray<Program>;
  readonly store: Made<StorePorts>;
  readonly members: Made<Members> | PlainOf<"members">;
  readonly purchases: Made<Purchases> | PlainOf<"purchases">;
  readonly payments: Made<Payments> | PlainOf<"payments">;
  readonly tax: Made<Tax> | PlainOf<"tax">;
  readonly storeCredit: Made<StoreCredit> | PlainOf<"storeCredit">;
  readonly carrier: Made<Carrier> | PlainOf<"carrier">;
  readonly mailer: Made<Mailer> | PlainOf<"mailer">;
  readonly links: Made<Links> | PlainLinks;
  /** Left out, no photo is taken. */
  readonly photos?: Made<Photos> | PlainOf<"photos">;
  /** Left out, nobody is told of events. */
  readonly webhooks?: Made<Webhooks>;
  /** Left out, keys are UUIDs of version 7. */
  readonly ids?: Made<Ids>;
}

/** A clock that can be set and providers that are simulated, for a shop that is tried out (R59). */
export type Sandbox = Made<SandboxClock | SimulatedWorld>;

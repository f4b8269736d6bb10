import type { Actor, CheckoutId, ListingId, OrderId, Program } from "@resale/core";
import { Effect } from "effect";
import fc from "fast-check";
import type { SettableClock } from "../../world/SettableClock.ts";
import type { Ports } from "./Wiring.ts";

/** What a life has come to know of an engine: its subjects, in the order of their making. */
export interface Known {
  readonly clock: SettableClock;
  readonly program: Program;
  readonly listings: Array<{ readonly id: ListingId; readonly owner: Actor }>;
  readonly checkouts: Array<{ readonly id: CheckoutId; readonly buyer: Actor }>;
  readonly orders: Array<{ readonly id: OrderId; readonly buyer: Actor }>;
}

/** Something that somebody does through the use cases; subjects are named by their place, since keys differ. */
export class Wired {
  readonly name: string;
  readonly act: (known: Known) => Effect.Effect<unknown, { readonly _tag: string }, Ports>;

  constructor(name: string, act: Wired["act"]) {
    this.name = name;
    this.act = act;
  }

  toString(): string {
    return this.name;
  }
}

/** The one at a place, counted round and round. */
export const nth = <A>(list: ReadonlyArray<A>, place: number): A | undefined => list[place % list.length];

/** Where something is to happen, of however many there are. */
export const place = fc.nat({ max: 30 });

/** There is nobody yet to whom it could happen. */
export const nobody = Effect.fail({ _tag: "Nobody" } as const);

import { advanceClock, DAY, instant, type OrderId, plus, type Rejection } from "@resale/core";
import {
  aMember,
  aPurchase,
  MemoryMembers,
  MemoryPurchases,
  makeWorld,
  scanParcel,
  type World,
} from "@resale/testkit";
import { Cause, Effect, Layer, Logger } from "effect";

/** What a world serves. */
export type Services<W extends World = World> =
  W["runtime"] extends import("effect").ManagedRuntime.ManagedRuntime<infer R, unknown> ? R : never;

/** Plays a story in a world of its own, and answers what came of it. */
export const play = <A, E>(
  story: (world: World) => Effect.Effect<A, E, Services>,
  world: World = makeWorld(),
): Promise<A> => world.runtime.runPromise(story(world));

/** The rejection that something comes to. */
export const refusalOf = <A, R>(effect: Effect.Effect<A, Rejection, R>): Effect.Effect<Rejection, A, R> =>
  Effect.flip(effect);

/** The parcel of an order is taken in, and is there two days later. */
export const deliver = (order: OrderId, now: () => number) =>
  Effect.gen(function* () {
    yield* scanParcel(order, "Accepted", instant(now()));
    yield* advanceClock(plus(instant(now()), 2 * DAY));
    yield* scanParcel(order, "Delivered", instant(now()));
  });

/** A member who once bought a bag, or whatever else was bought. */
export const aMemberWith = Effect.fnUntraced(function* (bag = aPurchase()) {
  const member = aMember();
  (yield* MemoryMembers).upsert(member);
  (yield* MemoryPurchases).upsert(member.id, bag);
  return { member, bag };
});

/** Hears what is logged, each message with what went with it, and why. */
export const overheard = () => {
  const said: Array<string> = [];
  const logger = Logger.make(({ message, cause }) => {
    said.push(`${JSON.stringify(message)} ${Cause.pretty(cause)}`.trim());
  });
  const by = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.provide(effect, Layer.fresh(Logger.layer([logger])));
  return { said, by };
};

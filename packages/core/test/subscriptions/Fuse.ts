import { Deliveries, History, Mailer, Subscriptions, Webhooks } from "@resale/core";
import { Context, Deferred, Effect, Fiber } from "effect";

/** Burns down with each step that is taken; where it ends, whoever steps is held for ever, and then killed. */
export class Fuse {
  #left: number;
  readonly #burnt = Deferred.makeUnsafe<void>();

  constructor(steps: number) {
    this.#left = steps;
  }

  /** Before a port acts, and after it has acted. */
  readonly step: Effect.Effect<void> = Effect.suspend(() => {
    this.#left -= 1;
    if (this.#left > 0) return Effect.yieldNow;
    // Whoever was killed does nothing more, not even what others do when they end.
    if (Deferred.isDoneUnsafe(this.#burnt)) return Effect.interrupt;
    Deferred.doneUnsafe(this.#burnt, Effect.void);
    return Effect.never;
  });

  readonly #around = <A, E, R>(act: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.andThen(this.step, act).pipe(Effect.tap(() => this.step));

  #wired<Port extends object>(port: Port): Port {
    const wired = Object.entries(port).map(([name, method]) => [
      name,
      typeof method === "function"
        ? (...given: ReadonlyArray<unknown>) => this.#around(method(...given))
        : this.#around(method),
    ]);
    return Object.fromEntries(wired) as Port;
  }

  /** Does something until it is done, or until the fuse is burnt: then it is killed at once, wherever it stands. */
  readonly burn = <A, E, R>(act: Effect.Effect<A, E, R>) =>
    Effect.gen({ self: this }, function* () {
      const context = Context.make(History, this.#wired(yield* History)).pipe(
        Context.add(Deliveries, this.#wired(yield* Deliveries)),
        Context.add(Subscriptions, this.#wired(yield* Subscriptions)),
        Context.add(Webhooks, this.#wired(yield* Webhooks)),
        Context.add(Mailer, this.#wired(yield* Mailer)),
      );
      const fiber = yield* Effect.forkChild(Effect.provide(act, context));
      yield* Effect.raceFirst(Fiber.await(fiber), Deferred.await(this.#burnt));
      yield* Fiber.interrupt(fiber);
    });
}

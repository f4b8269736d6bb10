import { Effect, type Layer } from "effect";
import { told } from "./endings.ts";
import { suite } from "./suite.ts";

/** Registers a test of one promise. */
export type Promises<R> = (title: string, kept: Effect.Effect<void, unknown, R>) => void;

/** A suite of what a port promises. A call that fails though it must not is told in its provider's own words. */
export const providerSuite = <R, E>(
  name: string,
  services: Layer.Layer<R, E>,
  promises: (promise: Promises<R>) => void,
): void =>
  suite(name, services, (it) =>
    promises((title, kept) => {
      it.effect(title, () =>
        Effect.catch(kept, (failure) =>
          Effect.die(new Error(`a call that must be answered was not: ${told(failure)}`, { cause: failure })),
        ),
      );
    }),
  );

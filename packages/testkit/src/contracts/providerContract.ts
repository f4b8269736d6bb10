import { Effect, type Layer } from "effect";
import { type Contract, contract } from "./Contract.ts";
import { told } from "./endings.ts";

/** Writes down one promise. */
export type Promised<R> = (title: string, kept: Effect.Effect<void, unknown, R>) => void;

/** What a port promises. A call that fails though it must not is told in its provider's own words. */
export const providerContract = <R, E>(
  name: string,
  services: Layer.Layer<R, E>,
  promises: (promise: Promised<R>) => void,
): Contract =>
  contract(name, services, (it) =>
    promises((title, kept) => {
      it.effect(title, () =>
        Effect.catch(kept, (failure) =>
          Effect.die(new Error(`a call that must be answered was not: ${told(failure)}`, { cause: failure })),
        ),
      );
    }),
  );

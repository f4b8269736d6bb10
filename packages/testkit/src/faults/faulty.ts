import { OutcomeUnknown, ProviderUnavailable } from "@resale/core";
import { type Context, type Duration, Effect, Layer, Predicate } from "effect";
import { dieOf } from "./die.ts";

/** What may come between a call and its answer. */
export type Mishap = "Drop" | "Lose" | "Repeat" | "Delay" | "Overtake";

/** How often each happens, in calls of a hundred; what is not named does not. */
export interface Mishaps {
  /** The call never arrives: nothing is done, and it can be seen. */
  readonly drop?: number;
  /** It is done, but the answer is lost. */
  readonly lose?: number;
  /** It arrives twice, and the second answer is given. */
  readonly repeat?: number;
  /** It waits before it arrives, up to so long. */
  readonly delay?: { readonly chance: number; readonly most: Duration.Input };
  /** It arrives only after the next call has been answered, or after a while, should none come. */
  readonly overtake?: { readonly chance: number; readonly patience: Duration.Input };
}

/** What one call met with. */
export interface Met {
  readonly method: string;
  readonly mishaps: ReadonlyArray<Mishap>;
}

/** How the errors of a port say that a call did not arrive, and that an answer was lost. */
export interface Excuses<E> {
  readonly dropped: (method: string) => E;
  readonly lost: (method: string) => E;
}

const provider = "a faulty wire";

const notArrived = (method: string) =>
  new ProviderUnavailable({ provider, reason: `${method} did not arrive` });

/** For ports of providers that act. */
export const acting: Excuses<ProviderUnavailable | OutcomeUnknown> = {
  dropped: notArrived,
  lost: (method) => new OutcomeUnknown({ provider, reason: `the answer to ${method} was lost` }),
};

/** For ports that answer questions, or know no other way to say that nobody knows: they are asked again. */
export const asking: Excuses<ProviderUnavailable> = {
  dropped: notArrived,
  lost: (method) => new ProviderUnavailable({ provider, reason: `the answer to ${method} was lost` }),
};

type Call = Effect.Effect<unknown, unknown>;

const makeWire = (seed: number, mishaps: Mishaps, excuses: Excuses<unknown>) => {
  const die = dieOf(seed);
  const met: Array<Met> = [];
  // Those who wait to be overtaken, by what lets them go.
  const waiting: Array<() => void> = [];

  const overtaken = (patience: Duration.Input) =>
    Effect.callback<void>((resume) => {
      waiting.push(() => resume(Effect.void));
    }).pipe(Effect.timeoutOption(patience));

  const call = (method: string, act: Call): Call =>
    Effect.suspend(() => {
      // All dice are thrown before anything happens: what a seed means does not hang on who is faster.
      const [drop, lose, repeat] = [mishaps.drop, mishaps.lose, mishaps.repeat].map((chance) =>
        die.chance(chance ?? 0),
      );
      const delayed = die.chance(mishaps.delay?.chance ?? 0);
      const passed = die.chance(mishaps.overtake?.chance ?? 0);
      const named: ReadonlyArray<readonly [Mishap, boolean | undefined]> = [
        ["Drop", drop],
        ["Lose", lose],
        ["Repeat", repeat],
        ["Delay", delayed],
        ["Overtake", passed],
      ];
      met.push({ method, mishaps: named.flatMap(([mishap, happens]) => (happens === true ? [mishap] : [])) });
      let way: Call = repeat === true ? Effect.andThen(Effect.exit(act), act) : act;
      if (drop === true) way = Effect.fail(excuses.dropped(method));
      else if (lose === true) way = Effect.andThen(way, Effect.fail(excuses.lost(method)));
      if (delayed) way = Effect.delay(way, mishaps.delay?.most ?? 0);
      const [next] = waiting.splice(0, 1);
      if (next !== undefined) return Effect.ensuring(way, Effect.sync(next));
      return passed ? Effect.andThen(overtaken(mishaps.overtake?.patience ?? 0), way) : way;
    });
  return { call, met };
};

const through = <Service extends object>(
  port: Service,
  call: (method: string, act: Call) => Call,
): Service => {
  const methods = Object.keys(port).map((name) => {
    const method: unknown = Reflect.get(port, name);
    if (Effect.isEffect(method)) return [name, call(name, method as Call)];
    if (!Predicate.isFunction(method)) return [name, method];
    return [
      name,
      (...said: ReadonlyArray<unknown>) => {
        const act: unknown = Reflect.apply(method, port, said);
        return Effect.isEffect(act) ? call(name, act as Call) : act;
      },
    ];
  });
  return Object.fromEntries(methods) as Service;
};

/**
 * Puts a faulty wire before any adapter of a port: calls are dropped, lost after acting, repeated, delayed and overtaken,
 * as a seed says: the same seed, the same calls, the same mishaps. `met` tells what each call met with.
 */
export const faulty = <Id, Service extends object, Out, E, R, Excuse>(
  port: Context.Key<Id, Service>,
  adapter: Layer.Layer<Id | Out, E, R>,
  how: { readonly seed: number; readonly mishaps: Mishaps; readonly excuses: Excuses<Excuse> },
): { readonly layer: Layer.Layer<Id | Out, E, R>; readonly met: ReadonlyArray<Met> } => {
  const { call, met } = makeWire(how.seed, how.mishaps, how.excuses);
  const wired = Layer.effect(
    port,
    Effect.map(port, (sound) => through(sound, call)),
  );
  return { layer: Layer.provideMerge(wired, adapter), met };
};

import { Actor, advanceClock, checkPrograms, comeToRest, followEvents, instant } from "@resale/core";
import { Layer, ManagedRuntime } from "effect";
import { actorTable } from "./calls/actorTable.ts";
import { bind } from "./calls/bind.ts";
import { hostTable } from "./calls/hostTable.ts";
import { named } from "./calls/inputs.ts";
import { meantBy } from "./calls/meantBy.ts";
import type { CallOptions, Groups, Ports } from "./calls/Row.ts";
import { engineOf } from "./engineOf.ts";
import { followed } from "./follow.ts";
import { allHappened, type Happened, happened } from "./Happened.ts";
import type { Parts, Sandbox } from "./Parts.ts";
import { type Running, runIn } from "./Running.ts";
import { makeWorkers, type Workers } from "./workers.ts";

/** Who asks, as plain data: `{ _tag: "Member", id, email }`, `{ _tag: "Support", id }`, … (R54). */
export type ActorSaid = (typeof Actor)["Encoded"];

/** All that an actor may ask of the engine. */
export type Calls = Groups<typeof actorTable>;

/**
 * The engine in promises. Its own groups act for a visitor who is not signed in; `as` gives the same groups for somebody
 * else. What the shop does on nobody's behalf (`carriers`, `payments`, `photos`, …) stands beside them.
 */
export interface Resale extends Calls, Groups<typeof hostTable>, AsyncDisposable {
  readonly as: (actor: ActorSaid) => Calls;
  /**
   * Every event after a position, and on and on as they are committed (R55). Keep the last one's `position`. Nothing is left
   * out of them, tokens of payment included: they are for the shop's own systems. Ends when the engine is closed; throws the
   * signal's reason (`AbortError`, if none was given) when the caller gives up.
   */
  readonly events: (options?: CallOptions & { readonly after?: number }) => AsyncIterable<Happened>;
  readonly workers: Workers;
  /** The engine for what is written in Effect: `@resale/http` mounts its routes on it. Closed with everything else. */
  readonly runtime: ManagedRuntime.ManagedRuntime<Ports, unknown>;
  /**
   * Builds every part now, and says what is wrong with it; otherwise the first call does. It rejects with a
   * `ProgramUnknown`, if what was sold last was sold under a Program that is not among the `earlier` ones (R57).
   */
  readonly ready: () => Promise<void>;
  /** Stops the workers, ends whatever is followed, and lets go of connections. */
  readonly close: () => Promise<void>;
}

/** The hand on the clock of a shop that is tried out (R59). */
export interface SandboxCalls {
  readonly sandbox: {
    /** Lets everything happen that is due at this moment. */
    readonly comeToRest: () => Promise<void>;
    /** Moves the clock to a moment, in milliseconds since the epoch; answers everything that happened on the way. */
    readonly advance: (until: number) => Promise<ReadonlyArray<Happened>>;
  };
}

const WhoAsks = named(
  "actor",
  Actor.annotate({ expected: `somebody whose _tag is one of ${Object.keys(Actor.cases).join(", ")}` }),
);

const visitor: Actor = { _tag: "Visitor" };

const build = <More>(engine: Layer.Layer<Ports | More, unknown>) => {
  const closing = new AbortController();
  const runtime = ManagedRuntime.make(engine);
  const running: Running = { runtime, closed: closing.signal };
  const workers = makeWorkers(running);
  const shut = async (): Promise<void> => {
    await workers.stop();
    closing.abort();
    await runtime.dispose();
  };
  let shutting: Promise<void> | undefined;
  const close = (): Promise<void> => {
    shutting ??= shut();
    return shutting;
  };
  const resale: Resale = {
    ...bind(running, visitor, actorTable),
    ...bind(running, visitor, hostTable),
    as: (said) => {
      const [actor] = meantBy([WhoAsks], [said]);
      return bind(running, actor as Actor, actorTable);
    },
    events: ({ after = 0, signal } = {}) => followed(running, allHappened(followEvents(after)), signal),
    workers,
    runtime,
    ready: () => runIn(running, runtime, checkPrograms()),
    close,
    [Symbol.asyncDispose]: close,
  };
  return { resale, runtime, running };
};

/**
 * Puts the engine together from a shop's parts. Nothing is opened until the first call, or `ready`; the Programs are read at
 * once, and one that can't be used throws a `ProgramRefused`, which names every field at fault.
 */
export function createResale(parts: Parts & { readonly sandbox: Sandbox }): Resale & SandboxCalls;
export function createResale(parts: Parts): Resale;
export function createResale(parts: Parts & { readonly sandbox?: Sandbox }): Resale {
  if (parts.sandbox === undefined) return build(engineOf(parts)).resale;
  const { resale, runtime, running } = build(Layer.provideMerge(engineOf(parts), parts.sandbox));
  const sandbox: SandboxCalls["sandbox"] = {
    comeToRest: () => runIn(running, runtime, comeToRest()),
    advance: async (until) => (await runIn(running, runtime, advanceClock(instant(until)))).map(happened),
  };
  return Object.assign(resale, { sandbox });
}

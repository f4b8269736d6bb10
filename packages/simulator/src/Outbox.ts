import { type Instant, instant } from "@resale/core";
import { Clock, Effect, Option, type Redacted, Result } from "effect";
import type { FolderLog, News } from "./FolderLog.ts";
import { sign } from "./Signature.ts";

/** Something a provider tells by webhook: when, and what; `event` names it within its log. */
export interface Telling {
  readonly event: string;
  readonly at: Instant;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A webhook to be delivered: the exact bytes, and the value of the signature's header. */
export interface SignedEvent {
  readonly id: string;
  readonly at: Instant;
  readonly body: Uint8Array;
  readonly signature: string;
}

/** What a provider has to tell. An event is told again and again until it is acknowledged. */
export interface Outbox {
  /** When there is next something to tell: in the past, if it waits already; none, if nothing is to come. */
  readonly due: Effect.Effect<Option.Option<Instant>>;
  /** All that is to be told by now, oldest first, signed at this moment. */
  readonly events: Effect.Effect<ReadonlyArray<SignedEvent>>;
  /** Takes an event off the list; one that is unknown or was acknowledged before changes nothing. */
  readonly acknowledge: (id: string) => Effect.Effect<void>;
}

const FOREVER = instant(8_640_000_000_000_000);

/** Makes the outbox of a folder's logs. Only logs with news, or with something still to tell, are looked at. */
export const makeOutbox = <Fact>(options: {
  readonly log: FolderLog<Fact>;
  readonly secret: Redacted.Redacted<string>;
  readonly byItself: (facts: ReadonlyArray<Fact>, now: Instant) => Fact | undefined;
  /** All that is ever told of these facts, each under a name that more facts do not change. */
  readonly tellings: (name: string, facts: ReadonlyArray<Fact>) => ReadonlyArray<Telling>;
  readonly told: (fact: Fact) => string | undefined;
  readonly tell: (event: string) => Fact;
}): Outbox => {
  const known = new Map<string, ReadonlyArray<Fact>>();

  const untold = (name: string, facts: ReadonlyArray<Fact>): ReadonlyArray<Telling> => {
    const told = new Set(facts.map(options.told));
    return options.tellings(name, facts).filter(({ event }) => !told.has(event));
  };

  const withCaused = (facts: ReadonlyArray<Fact>): ReadonlyArray<Fact> => {
    const all = [...facts];
    for (let fact = options.byItself(all, FOREVER); fact; fact = options.byItself(all, FOREVER))
      all.push(fact);
    return all;
  };

  /** What one log has still to tell; its news is dealt with, once that is nothing. */
  const waitingIn = Effect.fnUntraced(function* (name: string, news: ReadonlyArray<News>) {
    const before = known.get(name) ?? [];
    const facts = [...before, ...(yield* options.log.read(name, before.length))];
    const tellings = untold(name, withCaused(facts));
    if (tellings.length > 0) known.set(name, facts);
    else {
      known.delete(name);
      for (const one of news) if (one.position < facts.length) yield* options.log.dealtWith(one);
    }
    return tellings.map((telling) => ({ ...telling, id: `${name}.${telling.event}` }));
  });

  const waiting = Effect.gen(function* () {
    const logs = Map.groupBy(yield* options.log.news, ({ name }) => name);
    const found = yield* Effect.forEach(logs, ([name, news]) => waitingIn(name, news));
    return found.flat().sort((one, other) => one.at - other.at);
  });

  return {
    due: Effect.map(waiting, ([first]) => Option.map(Option.fromNullishOr(first), ({ at }) => at)),
    events: Effect.gen(function* () {
      const now = instant(yield* Clock.currentTimeMillis);
      const byNow = (yield* waiting).filter(({ at }) => at <= now);
      return byNow.map(({ id, at, body }) => {
        const bytes = new TextEncoder().encode(JSON.stringify({ id, ...body }));
        return { id, at, body: bytes, signature: sign({ secret: options.secret, body: bytes, at: now }) };
      });
    }),
    acknowledge: (id) => {
      const [name = "", ...rest] = id.split(".");
      const event = rest.join(".");
      return options.log.decide(name, (facts, now) => {
        const isDue = untold(name, facts).some((telling) => telling.event === event && telling.at <= now);
        return Result.succeed(
          isDue ? { answer: undefined, fact: options.tell(event) } : { answer: undefined },
        );
      });
    },
  };
};

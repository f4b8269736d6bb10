import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { type Instant, instant } from "@resale/core";
import { Clock, Effect, type Result, Schema } from "effect";
import { linkInto, namesIn, readIfThere, remove, writeDraft } from "./wholeFile.ts";

/** What came of looking at a log: an answer, and the fact to add, if any. */
export interface Decision<Fact, Answer> {
  readonly answer: Answer;
  readonly fact?: Fact;
}

/** A draft that was, or was about to be, added to a log at a position. */
export interface News {
  readonly draft: string;
  readonly name: string;
  readonly position: number;
}

/**
 * Logs of facts in a folder that several processes share: a fact is a file, `<log>.<position>.json`. It is written
 * elsewhere and linked into its place whole, and only if the place is free: nobody ever sees half a fact, two processes
 * never write the same position, and a process may be killed at any moment.
 */
export interface FolderLog<Fact> {
  readonly names: Effect.Effect<ReadonlyArray<string>>;
  /** A log's facts from a position on; none, for a log that nobody began. */
  readonly read: (name: string, from?: number) => Effect.Effect<ReadonlyArray<Fact>>;
  /** Decides on all facts of a log, and again if somebody else added one meanwhile. */
  readonly decide: <Answer, E>(
    name: string,
    decide: (facts: ReadonlyArray<Fact>, now: Instant) => Result.Result<Decision<Fact, Answer>, E>,
  ) => Effect.Effect<Answer, E>;
  /** The additions nobody has dealt with yet: the draft is there before its fact is, so none is missed. */
  readonly news: Effect.Effect<ReadonlyArray<News>>;
  readonly dealtWith: (news: News) => Effect.Effect<void>;
}

/** References come from outside: what is no name of a log must not become a path. */
const isName = (name: string): boolean => /^[a-z0-9_-]{1,80}$/.test(name);

/**
 * Opens the logs of a folder. `byItself` is the next fact that time alone has caused by now: it is added first. Logs
 * that nobody waits for need no `news`.
 */
export const openFolderLog = <Fact>(options: {
  readonly folder: string;
  readonly fact: Schema.Codec<Fact, unknown>;
  readonly news: boolean;
  readonly byItself?: (facts: ReadonlyArray<Fact>, now: Instant) => Fact | undefined;
}): FolderLog<Fact> => {
  const json = Schema.fromJsonString(options.fact);
  const encode = Schema.encodeSync(json);
  const decode = Schema.decodeUnknownSync(json);
  const drafts = `${options.folder}.news`;
  const place = (name: string, position: number): string => `${name}.${position}.json`;

  const read = (name: string, from = 0): Effect.Effect<ReadonlyArray<Fact>> =>
    Effect.sync(() => {
      const facts: Array<Fact> = [];
      if (!isName(name)) return facts;
      while (true) {
        const text = readIfThere(join(options.folder, place(name, from + facts.length)));
        if (text === undefined) return facts;
        facts.push(decode(text));
      }
    });

  const add = (name: string, position: number, fact: Fact): Effect.Effect<boolean> =>
    Effect.sync(() => {
      const draft = `${name}.${position}.${randomUUID()}`;
      writeDraft(drafts, draft, encode(fact));
      const isOurs = linkInto(join(drafts, draft), options.folder, place(name, position));
      if (!isOurs || !options.news) remove(join(drafts, draft));
      return isOurs;
    });

  const decide = Effect.fnUntraced(function* <Answer, E>(
    name: string,
    decideOn: (facts: ReadonlyArray<Fact>, now: Instant) => Result.Result<Decision<Fact, Answer>, E>,
  ): Effect.fn.Return<Answer, E> {
    let facts: ReadonlyArray<Fact> = [];
    while (true) {
      facts = [...facts, ...(yield* read(name, facts.length))];
      const now = instant(yield* Clock.currentTimeMillis);
      const caused = options.byItself?.(facts, now);
      if (caused !== undefined) {
        yield* add(name, facts.length, caused);
        continue;
      }
      const { answer, fact } = yield* Effect.fromResult(decideOn(facts, now));
      if (fact === undefined || (yield* add(name, facts.length, fact))) return answer;
    }
  });

  return {
    names: Effect.sync(() => {
      const first = place("", 0);
      const begun = namesIn(options.folder).filter((file) => file.endsWith(first));
      return begun.map((file) => file.slice(0, -first.length));
    }),
    read,
    decide,
    news: Effect.sync(() =>
      namesIn(drafts).map((draft) => {
        const [name = "", position] = draft.split(".");
        return { draft, name, position: Number(position) };
      }),
    ),
    dealtWith: ({ draft }) => Effect.sync(() => remove(join(drafts, draft))),
  };
};

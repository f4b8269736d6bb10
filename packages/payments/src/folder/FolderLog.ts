import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type Instant, instant } from "@resale/core";
import { Clock, Effect, type Result, Schema } from "effect";
import { createWhole, namesIn, readIfThere, touch } from "./wholeFile.ts";

/** What came of looking at a log: an answer, and the fact to add, if any. */
export interface Decision<Fact, Answer> {
  readonly answer: Answer;
  readonly fact?: Fact;
}

/** A mark that something was, or is about to be, added to a log at a position. */
export interface News {
  readonly name: string;
  readonly position: number;
}

/**
 * Logs of facts in a folder that several processes share: a log is a folder, a fact a file `<position>.json`. A file is
 * linked into its place whole, and only if the place is free: nobody ever sees half a fact, two processes never write
 * the same position, and a process may be killed at any moment.
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
  /** The additions nobody has dealt with yet: a mark is set before its fact is written, so none is missed. */
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
  const marks = `${options.folder}.news`;

  const read = (name: string, from = 0): Effect.Effect<ReadonlyArray<Fact>> =>
    Effect.promise(async () => {
      const facts: Array<Fact> = [];
      if (!isName(name)) return facts;
      while (true) {
        const text = await readIfThere(join(options.folder, name, `${from + facts.length}.json`));
        if (text === undefined) return facts;
        facts.push(decode(text));
      }
    });

  const add = (name: string, position: number, fact: Fact): Effect.Effect<boolean> =>
    Effect.uninterruptible(
      Effect.promise(async () => {
        if (options.news) await touch(marks, `${name}.${position}`);
        return createWhole(join(options.folder, name), `${position}.json`, encode(fact));
      }),
    );

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
    names: Effect.promise(async () => (await namesIn(options.folder)).filter(isName)),
    read,
    decide,
    news: Effect.promise(async () =>
      (await namesIn(marks)).map((mark) => {
        const [name = "", position] = mark.split(".");
        return { name, position: Number(position) };
      }),
    ),
    dealtWith: ({ name, position }) =>
      Effect.promise(() => rm(join(marks, `${name}.${position}`), { force: true })),
  };
};

import { invalid, type Rejection } from "@resale/core";
import { Effect } from "effect";

/** How long a page is, if nobody says. */
export const PAGE = 50;

interface Query {
  readonly limit?: number;
  readonly cursor?: string;
}

/** By what a cursor of ours is known: what it holds is nobody's business. */
const MARK = "after:";

const cursorAfter = (key: string): string => Buffer.from(`${MARK}${key}`).toString("base64url");

const keyIn = (cursor: string): Effect.Effect<string, Rejection> => {
  const text = Buffer.from(cursor, "base64url").toString();
  const isOurs = text.startsWith(MARK) && text.isWellFormed() && !text.includes("\0");
  return isOurs && cursorAfter(text.slice(MARK.length)) === cursor
    ? Effect.succeed(text.slice(MARK.length))
    : Effect.fail(invalid({ field: "cursor", problem: "is to be the `next` of the page before" }));
};

/** A page as the contract answers it. */
export interface Page<A> {
  readonly entries: ReadonlyArray<A>;
  readonly next: string | null;
}

/**
 * A page of what is asked for by the key of the last one before. One more than wanted is asked for: whether another page
 * follows is known, not guessed.
 */
export const paged = <A, E, R>(
  { limit = PAGE, cursor }: Query,
  keyOf: (entry: A) => string,
  ask: (page: { readonly limit: number; readonly after?: string }) => Effect.Effect<ReadonlyArray<A>, E, R>,
): Effect.Effect<Page<A>, E | Rejection, R> =>
  Effect.gen(function* () {
    const after = cursor === undefined ? {} : { after: yield* keyIn(cursor) };
    const found = yield* ask({ limit: limit + 1, ...after });
    const entries = found.slice(0, limit);
    const last = entries.at(-1);
    return { entries, next: found.length > limit && last !== undefined ? cursorAfter(keyOf(last)) : null };
  });

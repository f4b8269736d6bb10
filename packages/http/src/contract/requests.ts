import { Schema } from "effect";

/** The key under which a repeat of a write gets the first answer (R56). */
export const writeHeaders = {
  "idempotency-key": Schema.optionalKey(
    Schema.String.check(
      Schema.isPattern(/^[\x21-\x7e]{1,200}$/u, { expected: "1 to 200 visible ASCII characters" }),
    ),
  ),
} as const;

/** One tag or more as `ETag` gave them, or `*`. The version decides: a tag that was weakened on its way is taken too. */
const Tags = /^(?:\*|(?:W\/)?"\d{1,15}(?:\.[\w-]*)?"(?:\s*,\s*(?:W\/)?"\d{1,15}(?:\.[\w-]*)?")*)$/u;

/** What a change of something with a version may carry: it is made only while that still stands as it was read. */
export const changeHeaders = {
  ...writeHeaders,
  "if-match": Schema.optionalKey(
    Schema.String.check(
      Schema.isMaxLength(1000),
      Schema.isPattern(Tags, { expected: "the tag that the last answer gave in `ETag`" }),
    ),
  ),
} as const;

/** How many of a list are given at most; the server's own choice, if left out. */
export const Limit = Schema.optionalKey(
  Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100 }, { expected: "a number from 1 to 100" })),
);

/** The opaque cursor after which a page begins. */
const Cursor = Schema.String.check(Schema.isBetweenLength(1, 500));

/** A page by an opaque cursor. */
export const pageQuery = { limit: Limit, cursor: Schema.optionalKey(Cursor) } as const;

/** A page, and where the one that follows begins; null on the last one. */
export const pageOf = <S extends Schema.Top>(entry: S) =>
  Schema.Struct({ entries: Schema.Array(entry), next: Schema.NullOr(Schema.String) });

export const ShortText = Schema.String.check(Schema.isBetweenLength(1, 200));

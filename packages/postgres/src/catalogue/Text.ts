import type { PgClient } from "@effect/sql-pg";
import { Effect } from "effect";
import type { SqlError, Statement } from "effect/sql";

/** How text is matched: by its words, or, where no entry has them all, by words that are alike. */
export interface Text {
  readonly alike: boolean;
  readonly matches: Statement.Fragment;
}

/** What a shopper typed, without what PostgreSQL's text can't hold; nothing, if no word is in it. */
export const wordsOf = (text: string | undefined): string | undefined => {
  const words = text?.toWellFormed().replaceAll("\0", " ").trim().slice(0, 200);
  return words === undefined || !/[\p{L}\p{N}]/u.test(words) ? undefined : words;
};

export const asTyped = (sql: PgClient.PgClient, words: string): Text => ({
  alike: false,
  matches: sql`words @@ (plainto_tsquery('english', ${words}) || plainto_tsquery('simple', ${words}))`,
});

/** Words that are looked for by likeness, and words that each of them may have meant. */
const MOST_WORDS = 10;
const MOST_MEANT = 10;

const quoted = (word: string): string => `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

/** For each word typed those the catalogue knows that are most like it; a word that is like none finds nothing. */
export const likeTyped = (sql: PgClient.PgClient, words: string): Effect.Effect<Text, SqlError.SqlError> =>
  Effect.gen(function* () {
    const typed = (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
    const rows = yield* sql<{ readonly meant: ReadonlyArray<string> }>`
      select array(
        select word from resale.catalogue_vocabulary where typed.word <% word
        group by word order by similarity(word, typed.word) desc, word limit ${MOST_MEANT}
      ) as meant
      from unnest(${typed}::text[]) typed (word)`;
    const isFindable = rows.length > 0 && rows.every(({ meant }) => meant.length > 0);
    const query = rows.map(({ meant }) => `(${meant.map(quoted).join("|")})`).join("&");
    return { alike: true, matches: isFindable ? sql`words @@ ${query}::tsquery` : sql`false` };
  });

/** Whether any entry at all has the words. */
const isKnown = (sql: PgClient.PgClient, { matches }: Text) =>
  Effect.map(
    sql`with found as materialized (select 1 as one from resale.catalogue where ${matches})
      select one from found limit 1`.unprepared,
    (rows) => rows.length > 0,
  );

/**
 * Asks for the words as they were typed. Where that finds nothing, and no entry at all has them, for words that are
 * alike: a typo finds what was meant.
 */
export const byText = <A>(
  sql: PgClient.PgClient,
  words: string,
  ask: (text: Text) => Effect.Effect<A, SqlError.SqlError>,
  isEmpty: (answer: A) => boolean,
): Effect.Effect<A, SqlError.SqlError> =>
  Effect.gen(function* () {
    const typed = asTyped(sql, words);
    const answer = yield* ask(typed);
    if (!isEmpty(answer) || (yield* isKnown(sql, typed))) return answer;
    return yield* ask(yield* likeTyped(sql, words));
  });

import type { PgClient } from "@effect/sql-pg";
import { spellingsOf } from "@resale/core";
import { Effect } from "effect";
import type { SqlError, Statement } from "effect/sql";

/** How text is matched: by its words, or, where no entry has them all, by words that are alike. */
export interface Text {
  readonly alike: boolean;
  /** A value of the type `tsquery`. */
  readonly query: Statement.Fragment;
}

/** Whether an entry has the words. Planned with what is known of them: for common ones not by their index. */
export const matching = (sql: PgClient.PgClient, { query }: Text): Statement.Fragment =>
  sql`words @@ ${query}`;

/** The same, found in the index of words however common they are: what the planner can't see it takes for rare. */
export const matchingByIndex = (sql: PgClient.PgClient, { query }: Text): Statement.Fragment =>
  sql`words @@ (select ${query})`;

/** What a shopper typed, without what PostgreSQL's text can't hold; nothing, if no word is in it. */
export const wordsOf = (text: string | undefined): string | undefined => {
  const words = text?.toWellFormed().replaceAll("\0", " ").trim().slice(0, 200);
  return words === undefined || !/[\p{L}\p{N}]/u.test(words) ? undefined : words;
};

/** The words that have several spellings, each with all of them, and what is left of the text. */
const respelled = (words: string) => {
  const typed = words.split(/\s+/).map((word) => ({ word, spellings: spellingsOf(word) }));
  const several = typed.filter(({ spellings }) => spellings.length > 1);
  const others = typed.filter(({ spellings }) => spellings.length === 1);
  return {
    several: new Set(several.map(({ spellings }) => spellings)),
    rest: others.map(({ word }) => word).join(" "),
  };
};

/** All words, as PostgreSQL reads them in a language; of one that has several spellings any will do (R20). */
const allOf = (sql: PgClient.PgClient, words: string, read: (words: string) => Statement.Fragment) => {
  const { several, rest } = respelled(words);
  if (several.size === 0) return read(words);
  return [...several].reduce(
    (all, spellings) => sql`(${all} && (${spellings.map(read).reduce((any, one) => sql`${any} || ${one}`)}))`,
    read(rest),
  );
};

/** The stems of the words, or the words as they are; once, where that is the same. */
export const asTyped = (sql: PgClient.PgClient, words: string): Text => {
  const [stems, exact] = [
    allOf(sql, words, (some) => sql`plainto_tsquery('english', ${some})`),
    allOf(sql, words, (some) => sql`plainto_tsquery('simple', ${some})`),
  ];
  return {
    alike: false,
    query: sql`(case when ${stems} = ${exact} then ${exact} else ${stems} || ${exact} end)`,
  };
};

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
    return { alike: true, query: sql`${isFindable ? query : ""}::tsquery` };
  });

/** Whether any entry at all has the words: one of the newest, as it is with common ones, or one in the index. */
export const isKnown = (sql: PgClient.PgClient, text: Text) =>
  Effect.map(
    sql`
      with newest as materialized (
        select words from resale.catalogue order by listed_at desc, listing desc limit 1000
      ), found as materialized (select 1 from resale.catalogue where ${matchingByIndex(sql, text)})
      select 1 as one where case
        when exists (select from newest where ${matching(sql, text)}) then true
        else exists (select from found)
      end`.unprepared,
    (rows) => rows.length > 0,
  );

/**
 * Asks for the words as they were typed. Where no entry at all has them, whatever else is filtered by, asks for words that
 * are alike: a typo finds what was meant.
 */
export const byText = <A>(
  sql: PgClient.PgClient,
  words: string,
  ask: (text: Text) => Effect.Effect<A, SqlError.SqlError>,
  isUnknown: (answer: A, text: Text) => Effect.Effect<boolean, SqlError.SqlError>,
): Effect.Effect<A, SqlError.SqlError> =>
  Effect.gen(function* () {
    const typed = asTyped(sql, words);
    const answer = yield* ask(typed);
    if (!(yield* isUnknown(answer, typed))) return answer;
    return yield* ask(yield* likeTyped(sql, words));
  });

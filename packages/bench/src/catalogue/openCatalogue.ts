import { Catalogue, Store } from "@resale/core";
import { PostgresStore } from "@resale/postgres";
import { Effect, ManagedRuntime, Option, Redacted } from "effect";
import { migrated } from "../commits/store.ts";
import type { Bench } from "../harness/Bench.ts";
import { listingOf } from "./listings.ts";
import type { Question } from "./questions.ts";
import { sowCatalogue } from "./sow.ts";

const PAGE = 24;

/** What was sown is counted within seconds by the store, and vacuum comes within minutes: the figures are those after. */
const SETTLED = [
  "do $$ begin while exists (select from resale.catalogue_changes) loop perform pg_sleep(0.1); end loop; end $$",
  "vacuum analyze resale.catalogue_changes, resale.catalogue_combinations, resale.catalogue_bands",
];

/** A catalogue of so many entries, as an application uses it. */
export const openCatalogue = async (bench: Bench, entries: number) => {
  const database = await bench.database("catalogue");
  await migrated(database.url);
  await database.run(...sowCatalogue(entries));
  const runtime = ManagedRuntime.make(PostgresStore.layer({ url: Redacted.make(database.url) }));
  const [catalogue, store] = await runtime.runPromise(Effect.all([Catalogue, Store]));
  await database.run(...SETTLED);
  let listed = entries;
  const timed = (asks: ReadonlyArray<Effect.Effect<unknown, unknown>>) =>
    runtime.runPromise(
      Effect.forEach(asks, (ask) =>
        Effect.gen(function* () {
          const began = performance.now();
          yield* Effect.orDie(ask);
          return performance.now() - began;
        }),
      ),
    );
  const pageOf = ({ filter, sort }: Question, cursor?: string) =>
    catalogue.search({ filter, sort, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
  return {
    /** How long each page took, in milliseconds. */
    pages: (questions: ReadonlyArray<Question>, cursor?: string) =>
      timed(questions.map((question) => pageOf(question, cursor))),
    /** How long the facets of each question took, in milliseconds. */
    facets: (questions: ReadonlyArray<Question>) =>
      timed(questions.map(({ filter }) => catalogue.facets(filter))),
    /** The cursor that leads to a page of what is newest. */
    cursorOf: (number: number) =>
      runtime.runPromise(
        Effect.gen(function* () {
          let cursor: string | undefined;
          for (let at = 1; at < number; at++) {
            cursor = Option.getOrUndefined((yield* pageOf({ filter: {}, sort: "Newest" }, cursor)).next);
          }
          return cursor;
        }),
      ),
    /** New listings in a second, each a commit with its entry: so many callers, each waiting for its own. */
    listing: async (callers: number, milliseconds: number) => {
      const began = performance.now();
      const caller = Effect.gen(function* () {
        while (performance.now() < began + milliseconds) {
          listed += 1;
          yield* store.commit({ changes: [listingOf(listed)] });
        }
      });
      const first = listed;
      await runtime.runPromise(
        Effect.all(
          Array.from({ length: callers }, () => caller),
          { concurrency: "unbounded" },
        ),
      );
      return ((listed - first) / (performance.now() - began)) * 1000;
    },
    close: async () => {
      await runtime.dispose();
      await database.drop();
    },
  };
};

import type { PgClient } from "@effect/sql-pg";
import { Catalogue } from "@resale/core";
import { Effect } from "effect";
import { orUnavailable } from "../failure.ts";
import { facets } from "./facets.ts";
import { search } from "./search.ts";

/** @param mostCounted entries with the words that are typed, of which facets are exact. */
export const makeCatalogue = (reads: PgClient.PgClient, mostCounted: number): Catalogue["Service"] =>
  Catalogue.of({
    search: Effect.fn("Catalogue.search")((request) => orUnavailable(search(reads, request))),
    facets: Effect.fn("Catalogue.facets")((filter) => orUnavailable(facets(reads, filter, mostCounted))),
  });

import type { PgClient } from "@effect/sql-pg";
import { Catalogue } from "@resale/core";
import { Effect } from "effect";
import { orUnavailable } from "../failure.ts";
import { facets } from "./facets.ts";
import { search } from "./search.ts";

export const makeCatalogue = (reads: PgClient.PgClient): Catalogue["Service"] =>
  Catalogue.of({
    search: Effect.fn("Catalogue.search")((request) => orUnavailable(search(reads, request))),
    facets: Effect.fn("Catalogue.facets")((filter) => orUnavailable(facets(reads, filter))),
  });

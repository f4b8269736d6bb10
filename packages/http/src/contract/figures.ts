import { CivilDate, Figure } from "@resale/core";
import { Schema } from "effect";
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api";
import { bytes } from "./bytes.ts";
import { readProblems } from "./Problem.ts";

/** From the first day to the last, both with them, in the Program's zone. */
const days = { from: CivilDate, to: CivilDate } as const;

/** What the brand counts of its marketplace: for its staff. */
export const figures = HttpApiGroup.make("figures").add(
  HttpApiEndpoint.get("figures", "/figures", {
    query: days,
    success: Schema.Array(Figure),
    error: readProblems,
  }),
  HttpApiEndpoint.get("figuresCsv", "/figures.csv", {
    query: days,
    success: bytes("text/csv"),
    error: readProblems,
  }),
);

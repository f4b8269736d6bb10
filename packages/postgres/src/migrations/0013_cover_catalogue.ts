import { Effect } from "effect";
import { type Concurrently, indexConcurrently } from "./Migration.ts";

const indexes = [
  indexConcurrently(
    "catalogue_by_age",
    `resale.catalogue (listed_at desc, listing desc)
    include (price, category, grade, colour, material, own_stock)`,
  ),
  indexConcurrently(
    "catalogue_by_price",
    `resale.catalogue (price, listing)
    include (listed_at, category, grade, colour, material, own_stock)`,
  ),
  indexConcurrently(
    "catalogue_by_values",
    "resale.catalogue (category, grade, colour, material, own_stock, price) include (listed_at, listing)",
  ),
];

/** Each index holds all that a page filters and sorts by: entries are read for what is shown, not for what is skipped. */
export const coverCatalogue: Concurrently = {
  concurrently: Effect.forEach(indexes, ({ concurrently }) => concurrently, { discard: true }),
};

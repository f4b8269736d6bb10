import { statements } from "./statements.ts";

/**
 * Others have taken their place: covering ones, and the vocabulary that of the letters. What skips entries in an index
 * relies on vacuum to know which pages all can see: it comes as often for what is new as for what is changed.
 */
export const dropUncoveredIndexes = statements(
  "drop index resale.catalogue_newest",
  "drop index resale.catalogue_price",
  "drop index resale.catalogue_facets",
  "drop index resale.catalogue_text",
  `alter table resale.catalogue set (
    autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_analyze_scale_factor = 0.02
  )`,
);

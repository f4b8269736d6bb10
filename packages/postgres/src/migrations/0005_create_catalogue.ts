import { statements } from "./statements.ts";

/** Live listings for shoppers: one btree for each sorting, one for facets, and two ways to find words (R20). */
export const createCatalogue = statements(
  "create extension if not exists pg_trgm",
  `create table resale.catalogue (
    listing text collate "C" primary key,
    entry json not null,
    category text collate "C" not null,
    grade text collate "C" not null,
    colour text collate "C",
    material text collate "C",
    own_stock boolean not null,
    price bigint not null,
    listed_at bigint not null,
    words tsvector not null,
    text text not null
  ) with (fillfactor = 85)`,
  "create index catalogue_newest on resale.catalogue (listed_at desc, listing desc)",
  "create index catalogue_price on resale.catalogue (price, listing)",
  `create index catalogue_facets on resale.catalogue
    (category, grade, colour, material, own_stock, price)`,
  "create index catalogue_words on resale.catalogue using gin (words) with (fastupdate = off)",
  "create index catalogue_text on resale.catalogue using gin (text gin_trgm_ops) with (fastupdate = off)",
  "alter table resale.catalogue alter column words set statistics 2000",
);

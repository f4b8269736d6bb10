import { statements } from "./statements.ts";

/**
 * Counts of the catalogue that a span of prices is put together from: how many entries there are of each combination of
 * values, over all prices and in bands of a dollar, of ten and of a hundred (R20). A combination has a number of its own,
 * made from its values: adding up numbers takes a fifth of what adding up five texts does.
 *
 * Who changes the catalogue appends one row for what comes and one for what goes, and waits for nobody; `foldCounts`
 * adds them to the counts. Versions before this one read the view that has taken the place of their table.
 */
export const countByBands = statements(
  "lock table resale.catalogue in share row exclusive mode",
  `create table resale.catalogue_combinations (
    combination bigint not null,
    category text collate "C" not null,
    grade text collate "C" not null,
    colour text collate "C",
    material text collate "C",
    own_stock boolean not null,
    entries integer not null
  )`,
  `create table resale.catalogue_bands (
    width integer not null,
    band bigint not null,
    combination bigint not null,
    entries integer not null
  ) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02)`,
  `create table resale.catalogue_changes (
    combination bigint not null,
    category text collate "C" not null,
    grade text collate "C" not null,
    colour text collate "C",
    material text collate "C",
    own_stock boolean not null,
    price bigint not null,
    change integer not null
  )`,
  `insert into resale.catalogue_combinations
  select hash_record_extended((category, grade, colour, material, own_stock), 0),
    category, grade, colour, material, own_stock, count(*)
  from resale.catalogue group by category, grade, colour, material, own_stock`,
  `insert into resale.catalogue_bands
  select w.width, e.price / w.width, e.combination, sum(e.entries)
  from (
    select hash_record_extended((category, grade, colour, material, own_stock), 0) as combination, price,
      count(*) as entries
    from resale.catalogue group by 1, 2
  ) e, (values (100), (1000), (10000)) w (width)
  group by 1, 2, 3 order by 1, 2, 3`,
  "create index catalogue_combinations_combination on resale.catalogue_combinations (combination)",
  `create index catalogue_bands_band on resale.catalogue_bands (width, band, combination) include (entries)`,
  `create or replace function resale.count_entries() returns trigger language plpgsql as $$
  begin
    insert into resale.catalogue_changes
    select hash_record_extended((category, grade, colour, material, own_stock), 0),
      category, grade, colour, material, own_stock, price, case tg_op when 'INSERT' then 1 else -1 end
    from entries;
    return null;
  end $$`,
  `create or replace function resale.recount_entry() returns trigger language plpgsql as $$
  begin
    insert into resale.catalogue_changes
    select hash_record_extended((category, grade, colour, material, own_stock), 0), e.*
    from (values
      (old.category, old.grade, old.colour, old.material, old.own_stock, old.price, -1),
      (new.category, new.grade, new.colour, new.material, new.own_stock, new.price, 1)
    ) e (category, grade, colour, material, own_stock, price, change);
    return null;
  end $$`,
  `create or replace function resale.count_nothing() returns trigger language plpgsql as $$
  begin
    delete from resale.catalogue_changes;
    delete from resale.catalogue_bands;
    delete from resale.catalogue_combinations;
    return null;
  end $$`,
  "drop trigger count_updated on resale.catalogue",
  `create trigger count_updated after update on resale.catalogue for each row
    when ((old.category, old.grade, old.colour, old.material, old.own_stock, old.price)
      is distinct from (new.category, new.grade, new.colour, new.material, new.own_stock, new.price))
    execute function resale.recount_entry()`,
  "drop table resale.catalogue_counts",
  `create view resale.catalogue_counts as
  select category, grade, colour, material, own_stock, null::bigint as band, entries as change
    from resale.catalogue_combinations
  union all
  select c.category, c.grade, c.colour, c.material, c.own_stock, b.band, b.entries
    from resale.catalogue_bands b join resale.catalogue_combinations c using (combination) where b.width = 1000
  union all
  select category, grade, colour, material, own_stock, b.band, change
    from resale.catalogue_changes, lateral (values (null), (price / 1000)) b (band)`,
  "analyze resale.catalogue_combinations",
  "analyze resale.catalogue_bands",
);

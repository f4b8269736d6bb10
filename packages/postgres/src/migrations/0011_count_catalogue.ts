import { statements } from "./statements.ts";

/**
 * How many entries there are of each combination of facet values, over all prices and in each band of prices (R20).
 * Who changes the catalogue only appends what that changes: no commit waits for another's. `foldCounts` sums it up.
 *
 * Triggers keep it, so that it is right whoever writes. An entry that is only held or given up changes no count: its
 * trigger does not fire.
 */
export const countCatalogue = statements(
  "lock table resale.catalogue in share row exclusive mode",
  `create table resale.catalogue_counts (
    category text collate "C" not null,
    grade text collate "C" not null,
    colour text collate "C",
    material text collate "C",
    own_stock boolean not null,
    band bigint,
    change integer not null
  )`,
  `insert into resale.catalogue_counts (category, grade, colour, material, own_stock, band, change)
  select e.category, e.grade, e.colour, e.material, e.own_stock, b.band, count(*)
  from resale.catalogue e, lateral (values (null), (e.price / 1000)) b (band)
  group by 1, 2, 3, 4, 5, 6 order by band nulls first`,
  "create index catalogue_counts_band on resale.catalogue_counts (band)",
  `create function resale.count_entries() returns trigger language plpgsql as $$
  begin
    insert into resale.catalogue_counts (category, grade, colour, material, own_stock, band, change)
    select e.category, e.grade, e.colour, e.material, e.own_stock, b.band,
      case tg_op when 'INSERT' then count(*) else -count(*) end
    from entries e, lateral (values (null), (e.price / 1000)) b (band)
    group by 1, 2, 3, 4, 5, 6;
    return null;
  end $$`,
  `create function resale.recount_entry() returns trigger language plpgsql as $$
  begin
    insert into resale.catalogue_counts (category, grade, colour, material, own_stock, band, change)
    values
      (old.category, old.grade, old.colour, old.material, old.own_stock, null, -1),
      (old.category, old.grade, old.colour, old.material, old.own_stock, old.price / 1000, -1),
      (new.category, new.grade, new.colour, new.material, new.own_stock, null, 1),
      (new.category, new.grade, new.colour, new.material, new.own_stock, new.price / 1000, 1);
    return null;
  end $$`,
  `create function resale.count_nothing() returns trigger language plpgsql as $$
  begin
    delete from resale.catalogue_counts;
    return null;
  end $$`,
  `create trigger count_inserted after insert on resale.catalogue
    referencing new table as entries for each statement execute function resale.count_entries()`,
  `create trigger count_deleted after delete on resale.catalogue
    referencing old table as entries for each statement execute function resale.count_entries()`,
  `create trigger count_updated after update on resale.catalogue for each row
    when ((old.category, old.grade, old.colour, old.material, old.own_stock, old.price / 1000)
      is distinct from (new.category, new.grade, new.colour, new.material, new.own_stock, new.price / 1000))
    execute function resale.recount_entry()`,
  `create trigger count_truncated after truncate on resale.catalogue
    for each statement execute function resale.count_nothing()`,
);

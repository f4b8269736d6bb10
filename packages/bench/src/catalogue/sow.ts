/** So many styles there are; a title names one. Of a rare word there are some twenty entries whatever the size. */
const STYLES = 5_000;
export const RARE = "heirloom";

/** The name of a style: letters, as no other has them. */
export const styleOf = (number: number): string =>
  `${number % STYLES}`.padStart(4, "0").replaceAll(/\d/g, (digit) => SYLLABLES[Number(digit)] ?? "");
const SYLLABLES = ["ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su"];
const STYLE_IN_SQL = `(select string_agg((array[${SYLLABLES.map((part) => `'${part}'`).join(", ")}])[1 + digit::int], '' order by at)
  from string_to_table(lpad((n % ${STYLES})::text, 4, '0'), null) with ordinality d (digit, at))`;

const one = (values: ReadonlyArray<string>, by: string): string =>
  `(array[${values.map((value) => `'${value}'`).join(", ")}])[1 + (${by} % ${values.length})::int]`;

export const KINDS = ["Tote", "Satchel", "Backpack", "Clutch", "Crossbody", "Wallet", "Pump", "Watch"];
export const CATEGORIES = ["Handbags", "Shoes", "Watches", "Jewelry", "Wallets", "Clothing"];
export const GRADES = ["New", "Excellent", "Good", "Fair"];
export const COLOURS = ["Black", "Brown", "Red", "Blue", "Vanilla", "Green", "Pink", "Gold"];
export const MATERIALS = ["Leather", "Canvas", "Nylon", "Suede"];

/** Multiplying by primes spreads each property over the catalogue independently of the others. */
const spreadBy = (prime: number): string => `(n::bigint * ${prime} / 97)`;

/** Fills the catalogue with so many entries that differ as a shop's do. */
export const sowCatalogue = (entries: number): ReadonlyArray<string> => [
  // Words are indexed when all are there: entry by entry it takes ten times as long.
  "create table word_indexes as select indexname, indexdef from pg_indexes where schemaname = 'resale' and indexdef like '%USING gin%'",
  "do $$ declare one record; begin for one in select * from word_indexes loop execute 'drop index resale.' || one.indexname; end loop; end $$",
  `insert into resale.catalogue
     (listing, entry, category, grade, colour, material, own_stock, price, listed_at, words, text)
   select listing, json_build_object('listing', listing, 'title', title,
       'description', 'Carried a few times, kept in its dust bag.', 'category', category, 'grade', grade,
       'colour', colour, 'material', material, 'price', price, 'msrp', price * 2, 'photo', null,
       'ownStock', own, 'reserved', false, 'listedAt', listed),
     category, grade, colour, material, own, price, listed,
     to_tsvector('english', words) || to_tsvector('simple', words)
       || to_tsvector('english', 'Carried a few times, kept in its dust bag.'), lower(words)
   from (
     select *, title || ' ' || colour || ' ' || material || ' ' || category as words from (
       select
         '00000000-0000-7000-8000-' || lpad(n::text, 12, '0') as listing,
         ${one(["Jet Set", "Mercer", "Bradshaw", "Cora"], spreadBy(7919))} || ' ' || ${one(KINDS, spreadBy(104_729))}
           || ' ' || ${STYLE_IN_SQL}
           || case when n % greatest(${entries} / 20, 1) = 0 then ' ${RARE}' else '' end as title,
         ${one(CATEGORIES, spreadBy(1_299_709))} as category,
         ${one(GRADES, spreadBy(611_953))} as grade,
         ${one(COLOURS, spreadBy(350_377))} as colour,
         ${one(MATERIALS, spreadBy(199_933))} as material,
         n % 20 = 0 as own,
         (2000 + ${spreadBy(15_485_863)} % 48000)::bigint as price,
         1700000000000 + n::bigint * 1000 as listed
       from generate_series(1, ${entries}) n
     ) piece
   ) entry`,
  "do $$ declare one record; begin for one in select * from word_indexes loop execute one.indexdef; end loop; end $$",
  "vacuum analyze resale.catalogue",
];

import { Reads } from "@resale/postgres";
import { Effect } from "effect";

interface Line {
  readonly line: string;
}

/** The schema as the catalogue of PostgreSQL has it: the same text from every version we run on. */
export const schemaOf = Effect.gen(function* () {
  const sql = yield* Reads;
  const tables = yield* sql<Line & { readonly name: string }>`
    select c.relname as name, format(E'create table resale.%I (\\n%s\\n)%s;', c.relname,
      string_agg(format('  %I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attcollation <> 0 and a.attcollation <> t.typcollation
          then format(' collate %I', l.collname) else '' end,
        case when a.attidentity = 'a' then ' generated always as identity'
          when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
        case when a.attnotnull then ' not null' else '' end), E',\\n' order by a.attnum),
      coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')) as line
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_collation l on l.oid = a.attcollation
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'resale'::regnamespace and c.relkind = 'r'
    group by c.oid, c.relname, c.reloptions order by c.relname collate "C"`;
  const indexes = yield* sql<Line & { readonly name: string }>`
    select tablename::text as name, indexdef || ';' as line from pg_indexes
    where schemaname = 'resale' order by tablename collate "C", indexname collate "C"`;
  const constraints = yield* sql<Line & { readonly name: string }>`
    select c.relname::text as name,
      format('alter table resale.%I add constraint %I %s;', c.relname, o.conname, pg_get_constraintdef(o.oid)) as line
    from pg_constraint o join pg_class c on c.oid = o.conrelid
    where c.relnamespace = 'resale'::regnamespace and o.contype in ('c', 'f')
    order by c.relname collate "C", o.conname collate "C"`;
  const triggers = yield* sql<Line & { readonly name: string }>`
    select c.relname::text as name, regexp_replace(pg_get_triggerdef(t.oid), 'FUNCTION (resale\\.)?', 'FUNCTION resale.') || ';' as line
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'resale'::regnamespace and not t.tgisinternal
    order by c.relname collate "C", t.tgname collate "C"`;
  const functions = yield* sql<Line>`
    select rtrim(pg_get_functiondef(oid), E'\\n') || ';' as line from pg_proc
    where pronamespace = 'resale'::regnamespace and prolang = (select oid from pg_language where lanname = 'plpgsql')
    order by proname collate "C"`;
  const blocks = tables.map(({ name, line }) =>
    [
      line,
      ...[...constraints, ...indexes, ...triggers]
        .filter((found) => found.name === name)
        .map((found) => found.line),
    ].join("\n"),
  );
  const all = [...blocks, ...functions.map(({ line }) => line)].join("\n\n");
  return `-- Made by the test of the migrations; not to be edited.\n\n${all}\n`;
});

import pg from "pg";

/** What a table has come to. */
export interface Table {
  readonly name: string;
  readonly rows: number;
  /** With its indexes and everything beside. */
  readonly bytes: number;
  readonly updates: number;
  /** Updates that wrote no index, since no indexed column changed and the row's page had room. */
  readonly hot: number;
}

/** The tables of a database, and where its log stands. */
export interface Tables {
  readonly tables: ReadonlyMap<string, Table>;
  readonly log: number;
}

const counted = (name: string): string => `
  select '${name}' as name, (select count(*)::int from resale.${name}) as rows,
    pg_total_relation_size('resale.${name}')::float8 as bytes, n_tup_upd::int as updates, n_tup_hot_upd::int as hot
  from pg_stat_user_tables where relid = 'resale.${name}'::regclass`;

export const readTables = async (url: string): Promise<Tables> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'resale'::regnamespace and relkind = 'r'",
    );
    // What other connections did is counted a moment after they did it.
    await client.query("select pg_sleep(1.5)");
    const { rows } = await client.query<Table>(
      found.rows.map(({ name }) => counted(name)).join(" union all "),
    );
    const log = await client.query<{ at: number }>(
      "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as at",
    );
    return { tables: new Map(rows.map((row) => [row.name, row])), log: log.rows[0]?.at ?? 0 };
  } finally {
    await client.end();
  }
};

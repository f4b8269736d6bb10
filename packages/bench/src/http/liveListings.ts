import pg from "pg";

interface Found {
  readonly id: string;
  readonly claim: string | null;
}

/**
 * Puts copies of one live listing beside it, each of another piece: as many as are to be sold. The copies stand in the
 * table of subjects alone; who shops by their ids finds them there.
 */
export const copyLiveListing = async (url: string, copies: number): Promise<ReadonlyArray<string>> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Found>(
      "select id, claim from resale.subjects where kind = 'listing' and status = 'Live' and claim is not null limit 1",
    );
    const [found] = rows;
    if (found === undefined || found.claim === null) throw new Error("nothing is offered");
    const { rows: copied } = await client.query<{ id: string }>(
      `insert into resale.subjects (kind, id, version, state, due_at, status, claim, seller, buyer, email, tracking,
         parent, operator_tasks, stars, created, position)
       select s.kind, c.id, s.version, replace(replace(s.state::text, s.id, c.id), c.unit, c.copy)::json, s.due_at,
         s.status, 'unit:' || c.copy, s.seller, s.buyer, s.email, s.tracking, s.parent, s.operator_tasks, s.stars,
         s.created, s.position
       from resale.subjects s, generate_series(1, $2::int) n,
         lateral (select substring(s.claim from 6) as unit) u,
         lateral (select gen_random_uuid()::text as id, u.unit, replace(u.unit, '~', '-' || n || '~') as copy) c
       where s.kind = 'listing' and s.id = $1
       returning id`,
      [found.id, copies],
    );
    return copied.map(({ id }) => id);
  } finally {
    await client.end();
  }
};

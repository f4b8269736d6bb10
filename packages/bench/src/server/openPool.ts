import pg from "pg";

/** A pool of `pg`. A connection that the server ends while nobody uses it is no failure of anything measured. */
export const openPool = (url: string, max = 10): pg.Pool => {
  const pool = new pg.Pool({ connectionString: url, max });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
  });
  return pool;
};

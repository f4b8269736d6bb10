import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { eventText, stateText } from "./orders.ts";

const run = promisify(execFile);

/** Orders in one statement. */
const ROWS = 256;

/** The array statement with its rows made by the server itself: what the database can do, and nobody asks it to. */
const script = (orders: number): string => `
\\set first random(0, ${orders - ROWS})
with held as materialized (
  select id, version from orders
  where id between '00000000-0000-7000-8000-' || lpad((:first)::text, 12, '0')
    and '00000000-0000-7000-8000-' || lpad((:first + ${ROWS - 1})::text, 12, '0')
  order by id for update
), updated as (
  update orders o set version = h.version + 1, due_at = o.due_at + 1, state = p.state
  from held h, payload p where o.id = h.id returning o.id
), told as (
  insert into events (id, version, at, actor, cause, event)
  select id, version + 1, 1700000000000, p.actor,
    p.cause, p.event from held, payload p
), wanted as (
  insert into outbox (key, task, due_at) select id || '.' || version + 1, p.event, 1 from held, payload p
), posted as (
  insert into journal (order_id, version, line, account, amount)
  select id, version + 1, line, 'StoreCredit', 100 from held, generate_series(0, 1) line
)
select count(*) from updated;
`;

/** What the script writes: pgbench would take the colons of JSON for its own. */
export const payload: ReadonlyArray<string> = [
  `create table payload as select $state$${stateText}$state$::json as state,
     $event$${eventText}$event$::json as event, '{"_tag":"System"}'::json as actor,
     '{"_tag":"Command","command":{"_tag":"RecordPaid"}}'::json as cause`,
];

/** Whether the program is there. */
export const hasPgbench = async (): Promise<boolean> => {
  try {
    await run("pgbench", ["--version"]);
    return true;
  } catch {
    return false;
  }
};

/** Steps a second that pgbench writes with two connections, in so many seconds. */
export const pgbench = async (url: string, orders: number, seconds: number): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), "resale-pgbench-"));
  const file = join(folder, "arrays.sql");
  writeFileSync(file, script(orders));
  try {
    const args = ["-n", "-M", "prepared", "-c", "2", "-j", "1", "-T", `${seconds}`, "-f", file, url];
    const { stdout } = await run("pgbench", args);
    const transactions = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
    return transactions * ROWS;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

import { type Shape, unnested } from "./Columns.ts";
import {
  ANSWERED,
  ANSWERING,
  INTO,
  inserted,
  NOTHING_LOST,
  OLD,
  REFUSED_FRESH,
  REFUSED_OLD,
  UPDATED,
} from "./parts.ts";
import { SHAPES, TABLE_NAMES, type TableName } from "./shapes.ts";

/** Events that one transaction may write: each transaction's number stands for so many positions. */
export const MOST_EVENTS = 4096;
export const POSITION_BITS = 12;

/** The first position that belongs to a transaction's number. */
export const positionOf = (transaction: string): string =>
  `((${transaction}::text::bigint + (select base from resale.positions)) << ${POSITION_BITS})`;

/** What a batch holds: the statement has no part for what it does not. */
export interface Parts {
  readonly tables: ReadonlySet<TableName>;
  /** Whether some of its changes are of subjects that exist, and some of new ones. */
  readonly old: boolean;
  readonly fresh: boolean;
}

/** The first two parameters are the batch's id and how many events its transaction has written before it. */
const FIRST = 3;

const parametersOf = (present: ReadonlySet<TableName>): Partial<Record<TableName, string>> => {
  const texts: Partial<Record<TableName, string>> = {};
  let next = FIRST;
  for (const name of TABLE_NAMES) {
    if (!present.has(name)) continue;
    const shape: Shape = SHAPES[name];
    texts[name] = unnested("t", shape, next);
    next += Object.keys(shape).length;
  }
  return texts;
};

/**
 * Writes a batch of commits as one statement, each of them whole or not at all.
 *
 * `held` locks the rows whose version is the expected one, in order of id, so that batches can't wait for each other in
 * a circle. A commit is spoilt if one of its rows was not held, one of its new subjects exists, or its key has an
 * answer. New subjects come after changed ones: a claim given up is free for them.
 *
 * A position is made of the transaction's number and the event's place in it. So whoever reads below the oldest
 * transaction that still runs has seen all that will ever stand there (R55), and nobody waits for a sequence.
 */
const writeStatement = ({ tables, old, fresh }: Parts): string => {
  const given = parametersOf(tables);
  const refusals = [...(old ? [REFUSED_OLD] : []), ...(fresh ? [REFUSED_FRESH] : [])];
  const steps = [
    `
first as materialized (
  select ${positionOf("pg_current_xact_id()")} + $2::int as position
)`,
  ];
  if (given.answers !== undefined) steps.push(`answers as materialized (select * from ${given.answers})`);
  if (given.changes !== undefined) steps.push(`changes as materialized (select * from ${given.changes})`);
  if (old) steps.push(OLD);
  steps.push(
    refusals.length === 0
      ? "refused as (select null::int as o, null::int as no where false)"
      : `refused as materialized (select c.o, c.no from changes c where (${refusals.join(") or (")}))`,
    given.answers === undefined ? "answered as (select null::int as no where false)" : ANSWERED,
    "spoilt as materialized (select no from refused union all select no from answered)",
  );
  if (old) steps.push(UPDATED);
  if (fresh) steps.push(inserted(old));
  for (const name of ["events", "tasks", "journal", "entries", "removed"] as const) {
    const table = given[name];
    if (table !== undefined) steps.push(INTO[name](table));
  }
  if (given.answers !== undefined) steps.push(ANSWERING);
  return `with ${steps.join(", ")}
insert into resale.batches (id, conflicts, answered)
select $1::uuid, array(select o from refused), array(select no from answered)${old ? NOTHING_LOST : ""}
returning conflicts, answered`;
};

const statements = new Map<string, string>();

/** The statement for what a batch holds: the same text each time, so that it is prepared once. */
export const statementFor = (parts: Parts): string => {
  const key = `${[...parts.tables].join()} ${parts.old} ${parts.fresh}`;
  const known = statements.get(key);
  if (known !== undefined) return known;
  const made = writeStatement(parts);
  statements.set(key, made);
  return made;
};

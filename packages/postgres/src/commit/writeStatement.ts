import { type Rows, type Shape, tableOf } from "./Columns.ts";
import {
  ANSWERED,
  answering,
  FOUND,
  HELD,
  INTO,
  inserted,
  type Kept,
  NOTHING_LOST,
  REFUSED_FRESH,
  REINDEXED,
  refusedUnless,
  SPOILT,
  UNANSWERED,
  UNSPOILT,
  updated,
  WRITTEN,
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
  readonly rows: Partial<Record<TableName, Rows>>;
  /** Whether some of its changes are of subjects that exist, and some of new ones. */
  readonly old: boolean;
  readonly fresh: boolean;
  /** Whether a commit in it changes several subjects. */
  readonly together: boolean;
  /** Whether a subject that exists may be found by something else than before. */
  readonly reindexed: boolean;
}

/** The first two parameters are the batch's id and how many events its transaction has written before it. */
const FIRST = 3;

const tablesOf = (rows: Parts["rows"]): Partial<Record<TableName, string>> => {
  const texts: Partial<Record<TableName, string>> = {};
  let next = FIRST;
  for (const name of TABLE_NAMES) {
    const some = rows[name];
    if (some === undefined) continue;
    const shape: Shape = SHAPES[name];
    texts[name] = tableOf("t", shape, next, some);
    next += Object.keys(shape).length;
  }
  return texts;
};

/** Which changes are refused: what is not found as expected, and new subjects that exist. */
const refused = (conditions: ReadonlyArray<string>): string =>
  conditions.length === 0
    ? "refused as (select null::int as o, null::int as no where false)"
    : `refused as materialized (select c.o, c.no from changes c where (${conditions.join(") or (")}))`;

/**
 * Writes a batch of commits as one statement, each of them whole or not at all.
 *
 * A commit of one subject is kept if its row was updated at the expected version. Where commits change several, their
 * rows are locked first, and a commit is kept if all of its rows were. Either way rows are taken in the order of the
 * parameters, so that batches can't wait for each other in a circle. A commit is spoilt as well if one of its new
 * subjects exists, or its key has an answer. New subjects come after changed ones: a claim given up is free for them.
 *
 * A position is made of the transaction's number and the event's place in it. So whoever reads below the oldest
 * transaction that still runs has seen all that will ever stand there (R55), and nobody waits for a sequence.
 */
const writeStatement = ({ rows, old, fresh, together, reindexed }: Parts): string => {
  const given = tablesOf(rows);
  const alone = rows.changes === "one" && old && !reindexed;
  const kept: Kept = alone ? WRITTEN : UNSPOILT;
  const steps = [
    `
first as materialized (
  select ${positionOf("pg_current_xact_id()")} + $2::int as position
)`,
  ];
  if (given.answers !== undefined) steps.push(`answers as materialized (select * from ${given.answers})`);
  if (given.changes !== undefined) steps.push(`changes as materialized (select * from ${given.changes})`);
  steps.push(given.answers === undefined ? UNANSWERED : ANSWERED);
  const isFresh = fresh ? [REFUSED_FRESH] : [];
  if (!old) {
    steps.push(refused(isFresh), SPOILT);
  } else if (together) {
    steps.push(HELD, refused([refusedUnless("standing"), ...isFresh]), SPOILT, updated("standing", "spoilt"));
  } else {
    if (reindexed) steps.push(FOUND);
    steps.push(updated(reindexed ? "standing" : "changes", "answered"));
    steps.push(refused([refusedUnless("updated"), ...isFresh]));
    if (!alone) steps.push(SPOILT);
  }
  if (old && reindexed) steps.push(REINDEXED);
  if (fresh) steps.push(inserted(old));
  for (const name of ["events", "tasks", "journal", "entries", "removed"] as const) {
    const table = given[name];
    if (table !== undefined) steps.push(INTO[name](table, kept));
  }
  if (given.answers !== undefined) steps.push(answering(kept));
  return `with ${steps.join(", ")}
insert into resale.batches (id, conflicts, answered)
select $1::uuid, array(select o from refused), array(select no from answered)${old && together ? NOTHING_LOST : ""}
returning conflicts, answered`;
};

const statements = new Map<string, string>();

/** The statement for what a batch holds: the same text each time, so that it is prepared once. */
export const statementFor = (parts: Parts): string => {
  const key = JSON.stringify(parts);
  const known = statements.get(key);
  if (known !== undefined) return known;
  const made = writeStatement(parts);
  statements.set(key, made);
  return made;
};

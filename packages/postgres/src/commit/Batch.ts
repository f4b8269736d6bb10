import type { PgTypes } from "@effect/sql-pg";
import type { CatalogueEntry, Change, Commit } from "@resale/core";
import { storable, storableOrNull } from "../storable.ts";
import { makeColumns, type Rows } from "./Columns.ts";
import { LOOKUPS } from "./parts.ts";
import { SHAPES, TABLE_NAMES, type TableName } from "./shapes.ts";
import { statementFor } from "./writeStatement.ts";

/** `["a","b"]` as PostgreSQL writes an array: arrays of arrays can't be sent. */
const arrayLiteral = (texts: ReadonlyArray<string>): string =>
  `{${texts.map((text) => `"${storable(text).replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`;

/** What words are found in: nothing that PostgreSQL's text could not hold. */
const searchable = (...parts: ReadonlyArray<string | null>): string =>
  parts.join(" ").toWellFormed().replaceAll("\0", " ");

const emptyTables = () => ({
  answers: makeColumns(SHAPES.answers),
  changes: makeColumns(SHAPES.changes),
  events: makeColumns(SHAPES.events),
  tasks: makeColumns(SHAPES.tasks),
  journal: makeColumns(SHAPES.journal),
  entries: makeColumns(SHAPES.entries),
  removed: makeColumns(SHAPES.removed),
});

type Tables = ReturnType<typeof emptyTables>;

const addEntry = (tables: Tables, no: number, listing: string, entry: CatalogueEntry): void =>
  tables.entries.add({
    no,
    listing,
    entry: JSON.stringify(entry),
    category: storable(entry.category),
    grade: storable(entry.grade),
    colour: storableOrNull(entry.colour),
    material: storableOrNull(entry.material),
    own_stock: entry.ownStock,
    price: entry.price,
    listed_at: entry.listedAt,
    title: searchable(entry.title, entry.colour, entry.material, entry.category),
    description: searchable(entry.description),
  });

const addChange = (tables: Tables, no: number, o: number, firstEvent: number, change: Change): void => {
  const { subject, expected, events, index, catalogue } = change;
  const [kind, id] = [subject.kind, storable(subject.id)];
  tables.changes.add({
    o,
    no,
    kind,
    id,
    expected,
    version: expected + events.length,
    state: JSON.stringify(change.state),
    due_at: change.due,
    status: storable(index.status),
    claim: storableOrNull(index.claim),
    seller: storableOrNull(index.seller),
    buyer: storableOrNull(index.buyer),
    email: storableOrNull(index.email),
    tracking: storableOrNull(index.tracking),
    parent: storableOrNull(index.parent),
    credit: storableOrNull(index.credit),
    operator_tasks: arrayLiteral(index.operatorTasks),
    stars: index.stars,
    first_event: events.length === 0 ? null : firstEvent,
    last_event: events.length === 0 ? null : firstEvent + events.length - 1,
  });
  for (const [at, { version, at: moment, actor, cause, event }] of events.entries()) {
    const texts = {
      actor: JSON.stringify(actor),
      cause: JSON.stringify(cause),
      event: JSON.stringify(event),
    };
    tables.events.add({ no, n: firstEvent + at, kind, id, version, at: moment, ...texts });
  }
  const due_at = events.at(-1)?.at ?? 0;
  for (const { key, task } of change.tasks) {
    const text = JSON.stringify(task);
    tables.tasks.add({ no, key: storable(key), subject: id, kind: task._tag, task: text, due_at });
  }
  for (const [line, { version, account, amount }] of change.journal.entries()) {
    tables.journal.add({ no, order_id: id, version, line, account, amount });
  }
  if (catalogue === null) tables.removed.add({ no, listing: id });
  else if (catalogue !== undefined) addEntry(tables, no, id, catalogue);
};

/** Commits as the parameters that one statement writes. No subject may stand in them twice. */
export interface Batch {
  readonly events: number;
  readonly statement: string;
  readonly parameters: ReadonlyArray<PgTypes.Parameter>;
}

interface Numbered {
  readonly no: number;
  readonly o: number;
  readonly firstEvent: number;
  readonly change: Change;
}

/** Rows are locked in the order in which they are given: batches can't wait for each other in a circle. */
const bySubject = ({ change: { subject: a } }: Numbered, { change: { subject: b } }: Numbered): number =>
  a.kind === b.kind ? (a.id < b.id ? -1 : 1) : a.kind < b.kind ? -1 : 1;

const numbered = (
  commits: ReadonlyArray<Commit>,
): { readonly changes: Array<Numbered>; readonly events: number } => {
  const changes: Array<Numbered> = [];
  let events = 0;
  for (const [no, commit] of commits.entries()) {
    for (const change of commit.changes) {
      changes.push({ no, o: changes.length, firstEvent: events, change });
      events += change.events.length;
    }
  }
  return { changes: changes.sort(bySubject), events };
};

const isReindexed = ({ before, index }: Change): boolean =>
  before === undefined ||
  before.credit !== index.credit ||
  LOOKUPS.some((name) => before[name] !== index[name]);

export const makeBatch = (commits: ReadonlyArray<Commit>): Batch => {
  const tables = emptyTables();
  for (const [no, { answer }] of commits.entries()) {
    if (answer === undefined) continue;
    tables.answers.add({
      no,
      scope: storable(answer.scope),
      key: storable(answer.key),
      fingerprint: storable(answer.fingerprint),
      answer: JSON.stringify(answer.answer),
      answered_at: answer.at,
    });
  }
  const { changes, events } = numbered(commits);
  for (const { no, o, firstEvent, change } of changes) addChange(tables, no, o, firstEvent, change);
  const rows: Partial<Record<TableName, Rows>> = {};
  for (const name of TABLE_NAMES) {
    const some = tables[name].rows();
    if (some !== "none") rows[name] = some;
  }
  const statement = statementFor({
    rows,
    old: changes.some(({ change }) => change.expected > 0),
    fresh: changes.some(({ change }) => change.expected === 0),
    together: commits.some((commit) => commit.changes.length > 1),
    reindexed: changes.some(({ change }) => change.expected > 0 && isReindexed(change)),
  });
  const parameters = TABLE_NAMES.flatMap((name) => (name in rows ? tables[name].parameters() : []));
  return { events, statement, parameters };
};

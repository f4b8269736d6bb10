import type { PgTypes } from "@effect/sql-pg";
import type { CatalogueEntry, Change, Commit } from "@resale/core";
import { storable, storableOrNull } from "../storable.ts";
import { makeColumns } from "./Columns.ts";
import { SHAPES, TABLE_NAMES } from "./shapes.ts";
import { statementFor } from "./writeStatement.ts";

/** `["a","b"]` as PostgreSQL writes an array: arrays of arrays can't be sent. */
const arrayLiteral = (texts: ReadonlyArray<string>): string =>
  `{${texts.map((text) => `"${storable(text).replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`;

/** What words are found in: nothing that PostgreSQL's text could not hold. */
const searchable = (...parts: ReadonlyArray<string | null>): string =>
  parts.join(" ").toWellFormed().replaceAll("\0", " ");

const makeTables = () => ({
  answers: makeColumns(SHAPES.answers),
  changes: makeColumns(SHAPES.changes),
  events: makeColumns(SHAPES.events),
  tasks: makeColumns(SHAPES.tasks),
  journal: makeColumns(SHAPES.journal),
  entries: makeColumns(SHAPES.entries),
  removed: makeColumns(SHAPES.removed),
});

type Tables = ReturnType<typeof makeTables>;

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

/** Commits as the arrays that one statement writes. No subject may stand in them twice. */
export interface Batch {
  readonly commits: ReadonlyArray<Commit>;
  /** All changes in order, each with the number of its commit: by their place the statement names those in conflict. */
  readonly changes: ReadonlyArray<{ readonly no: number; readonly change: Change }>;
  readonly events: number;
  readonly statement: string;
  readonly parameters: ReadonlyArray<PgTypes.Parameter>;
}

export const makeBatch = (commits: ReadonlyArray<Commit>): Batch => {
  const tables = makeTables();
  const changes: Array<{ readonly no: number; readonly change: Change }> = [];
  let events = 0;
  for (const [no, commit] of commits.entries()) {
    const { answer } = commit;
    if (answer !== undefined) {
      tables.answers.add({
        no,
        scope: storable(answer.scope),
        key: storable(answer.key),
        fingerprint: storable(answer.fingerprint),
        answer: JSON.stringify(answer.answer),
        answered_at: answer.at,
      });
    }
    for (const change of commit.changes) {
      addChange(tables, no, changes.length, events, change);
      changes.push({ no, change });
      events += change.events.length;
    }
  }
  const present = TABLE_NAMES.filter((name) => !tables[name].isEmpty());
  const statement = statementFor({
    tables: new Set(present),
    old: changes.some(({ change }) => change.expected > 0),
    fresh: changes.some(({ change }) => change.expected === 0),
  });
  const parameters = present.flatMap((name) => tables[name].parameters());
  return { commits, changes, events, statement, parameters };
};

/** What a write is made of: one array parameter for each column. `no` is the number of a commit in its batch. */
const ANSWERS = {
  no: "int4",
  scope: "text",
  key: "text",
  fingerprint: "text",
  answer: "text",
  answered_at: "int8",
} as const;

/** `o` numbers the changes of the batch, `n` its events; `first_event` and `last_event` are numbers of events. */
const CHANGES = {
  o: "int4",
  no: "int4",
  kind: "text",
  id: "text",
  expected: "int4",
  version: "int4",
  state: "text",
  due_at: "int8",
  status: "text",
  claim: "text",
  seller: "text",
  buyer: "text",
  email: "text",
  tracking: "text",
  parent: "text",
  credit: "text",
  operator_tasks: "text",
  stars: "int4",
  first_event: "int4",
  last_event: "int4",
} as const;

const EVENTS = {
  no: "int4",
  n: "int4",
  kind: "text",
  id: "text",
  version: "int4",
  at: "int8",
  actor: "text",
  cause: "text",
  event: "text",
} as const;

const TASKS = {
  no: "int4",
  key: "text",
  subject: "text",
  kind: "text",
  task: "text",
  due_at: "int8",
} as const;

const JOURNAL = {
  no: "int4",
  order_id: "text",
  version: "int4",
  line: "int4",
  account: "text",
  amount: "int8",
} as const;

const ENTRIES = {
  no: "int4",
  listing: "text",
  entry: "text",
  category: "text",
  grade: "text",
  colour: "text",
  material: "text",
  own_stock: "bool",
  price: "int8",
  listed_at: "int8",
  title: "text",
  description: "text",
} as const;

const REMOVED = { no: "int4", listing: "text" } as const;

/** The tables of parameters, in the order in which a batch gives them. */
export const SHAPES = {
  answers: ANSWERS,
  changes: CHANGES,
  events: EVENTS,
  tasks: TASKS,
  journal: JOURNAL,
  entries: ENTRIES,
  removed: REMOVED,
} as const;
export type TableName = keyof typeof SHAPES;

export const TABLE_NAMES = [
  "answers",
  "changes",
  "events",
  "tasks",
  "journal",
  "entries",
  "removed",
] as const;

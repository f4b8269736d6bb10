/** What a write is made of: one array parameter for each column. `no` is the number of a commit in its batch. */
export const COMMITS = {
  no: "int4",
  scope: "text",
  key: "text",
  fingerprint: "text",
  answer: "text",
  answered_at: "int8",
} as const;

/** `o` numbers the changes of the batch, `n` its events; `first_event` and `last_event` are numbers of events. */
export const CHANGES = {
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
  operator_tasks: "text",
  stars: "int4",
  first_event: "int4",
  last_event: "int4",
} as const;

export const EVENTS = {
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

export const TASKS = {
  no: "int4",
  key: "text",
  subject: "text",
  kind: "text",
  task: "text",
  due_at: "int8",
} as const;

export const JOURNAL = {
  no: "int4",
  order_id: "text",
  version: "int4",
  line: "int4",
  account: "text",
  amount: "int8",
} as const;

export const ENTRIES = {
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

export const REMOVED = { no: "int4", listing: "text" } as const;

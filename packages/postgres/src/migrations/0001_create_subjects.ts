import { statements } from "./statements.ts";

/**
 * What changes with every step stands in `subjects`; what a subject is found by, and hardly ever changes, in `lookups`:
 * a step then writes few indexes, however many ways there are to find its subject.
 */
export const createSubjects = statements(
  `create table resale.subjects (
    kind text collate "C" not null,
    id text collate "C" not null,
    version integer not null,
    state json not null,
    due_at bigint,
    setbacks smallint not null default 0,
    status text collate "C" not null,
    claim text collate "C",
    seller text collate "C",
    buyer text collate "C",
    email text collate "C",
    tracking text collate "C",
    parent text collate "C",
    operator_tasks text[] collate "C" not null,
    stars smallint,
    created bigint not null,
    position bigint not null,
    primary key (kind, id)
  ) with (fillfactor = 85)`,
  "create unique index subjects_claim on resale.subjects (claim) where claim is not null",
  "create index subjects_due on resale.subjects (due_at) where due_at is not null",
  "create index subjects_newest on resale.subjects (kind, created desc)",
  "create index subjects_status on resale.subjects (kind, status, created desc)",
  `create index subjects_waiting on resale.subjects (kind, created desc)
    where cardinality(operator_tasks) > 0`,
  "create index subjects_stars on resale.subjects (seller) include (stars) where stars is not null",
  `create table resale.lookups (
    name text collate "C" not null,
    value text collate "C" not null,
    kind text collate "C" not null,
    created bigint not null,
    id text collate "C" not null,
    primary key (name, value, kind, created)
  )`,
);

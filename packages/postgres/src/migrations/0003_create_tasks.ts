import { statements } from "./statements.ts";

/** The outbox. `due_at` is the moment from which a task may be taken: while it is leased, the end of the lease. */
export const createTasks = statements(
  `create table resale.tasks (
    key text collate "C" primary key,
    subject text collate "C" not null,
    kind text collate "C" not null,
    task json not null,
    attempts integer not null default 0,
    status text collate "C" not null default 'Waiting',
    due_at bigint not null,
    lease uuid,
    last_error text,
    done_at bigint,
    number bigint generated always as identity
  ) with (fillfactor = 85)`,
  "create index tasks_due on resale.tasks (due_at, number) where status = 'Waiting'",
  "create index tasks_status on resale.tasks (status, number desc)",
  "create index tasks_subject on resale.tasks (subject, number desc)",
);

import { statements } from "./statements.ts";

/** What may be forgotten is found oldest first, however much is kept (see `Retention`). */
export const indexRetention = statements(
  "create index tasks_done on resale.tasks (done_at) where status = 'Done'",
  "create index answers_oldest on resale.answers (at)",
);

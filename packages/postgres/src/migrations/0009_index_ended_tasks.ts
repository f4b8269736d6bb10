import { indexConcurrently } from "./Migration.ts";

/** Whatever way a task has ended, it is forgotten oldest first (see `Retention`). */
export const indexEndedTasks = indexConcurrently(
  "tasks_ended",
  "resale.tasks (done_at) where done_at is not null",
);

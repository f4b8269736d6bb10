import { statements } from "./statements.ts";

/** Who ended a task undone, why and when. */
export const keepDroppedTasks = statements(
  "alter table resale.tasks add column dropped json",
  "drop index resale.tasks_done",
);

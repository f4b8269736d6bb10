import { statements } from "./statements.ts";

/** Which edit of a subscription stands, for who edits what they have seen. */
export const versionSubscriptions = statements(
  "alter table resale.subscriptions add column version integer not null default 1",
);

import { statements } from "./statements.ts";

/** Answers kept under idempotency keys (R56), and what became of each written batch, until nobody can ask any more. */
export const createAnswers = statements(
  `create table resale.answers (
    scope text collate "C" not null,
    key text collate "C" not null,
    fingerprint text not null,
    answer json not null,
    at bigint not null,
    primary key (scope, key)
  )`,
  `create table resale.batches (
    id uuid primary key,
    conflicts integer[],
    answered integer[],
    written_at timestamptz not null default now()
  )`,
  "create index batches_written on resale.batches (written_at)",
);

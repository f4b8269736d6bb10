import { statements } from "./statements.ts";

/**
 * Requests that processes have counted, by key and the end of the window (in milliseconds since the epoch). Unlogged:
 * what a crash forgets is a minute of counting.
 */
export const createHits = statements(
  `create unlogged table resale.hits (
    key text collate "C" not null,
    until bigint not null,
    hits bigint not null,
    primary key (key, until)
  )`,
  "create index hits_until on resale.hits (until)",
);

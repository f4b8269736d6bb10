import { statements } from "./statements.ts";

/** Which photos there are, what they were put to use for, and which are given up. */
export const createPhotos = statements(
  `create table resale.photos (
    id text collate "C" primary key,
    at bigint not null,
    upload text,
    leased_until bigint,
    photo text,
    used_by text[] not null default '{}',
    doomed boolean not null default false
  ) with (fillfactor = 80)`,
  "create index photos_idle on resale.photos (at, id) where not doomed",
  "create index photos_doomed on resale.photos (at, id) where doomed",
);

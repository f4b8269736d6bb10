import { statements } from "./statements.ts";

/** What is counted of the marketplace, day by day, and up to which event. */
export const createFigures = statements(
  `create table resale.figures (
    day text collate "C" not null,
    figure text collate "C" not null,
    grade text collate "C" not null,
    band bigint not null,
    own_stock boolean not null,
    count bigint not null,
    cents bigint not null,
    took bigint not null,
    primary key (day, figure, grade, band, own_stock)
  ) with (fillfactor = 80)`,
  "create table resale.figures_position (position bigint not null) with (fillfactor = 10)",
  "create unique index figures_position_one on resale.figures_position ((true))",
  "insert into resale.figures_position (position) values (0)",
);

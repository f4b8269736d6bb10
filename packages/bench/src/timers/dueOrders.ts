import { type Instant, type Order, orderMachine, plus } from "@resale/core";
import { anOrderAwaitingShipment } from "@resale/testkit";

const awaiting = anOrderAwaitingShipment();
const { shipBy, reminder } = awaiting.state._tag === "AwaitingShipment" ? awaiting.state : never();

function never(): never {
  throw new Error("not awaiting shipment");
}

if (shipBy === null || reminder === null) never();

/** Orders that are due: to what they have come, and when a worker looks at them. */
export interface Due {
  readonly state: Order;
  readonly dueAt: Instant;
  readonly now: Instant;
  /** Timers of each that fire. */
  readonly timers: number;
}

/** The seller's time has just passed. */
export const shipByPassed: Due = {
  state: awaiting.at(plus(shipBy.at, -1)).state,
  dueAt: shipBy.at,
  now: plus(shipBy.at, 1),
  timers: 1,
};

/** Nobody worked since yesterday: the reminder went out to nobody, and the seller's time has passed as well. */
export const sleptThrough: Due = {
  state: awaiting.state,
  dueAt: reminder.at,
  now: plus(shipBy.at, 1),
  timers: 2,
};

const idSql = (batch: number): string =>
  `'${`${batch}`.padStart(8, "0")}-0000-7000-8000-' || lpad(n::text, 12, '0')`;

const text = (value: string | null): string => (value === null ? "null" : `'${value}'`);

/** Batches do not share numbers by which the store keeps its order of creation. */
const LARGEST = 10_000_000;

/** So many orders that are due, in the store's own table, found by what they will be found by afterwards. */
export const dueInStore = ({ state, dueAt }: Due, count: number, batch: number): string => {
  const { seller, buyer, email, tracking, parent } = orderMachine.index(state);
  const found = [seller, buyer, email, tracking, parent].map(text).join(", ");
  return `
    insert into resale.subjects
      (kind, id, version, state, due_at, status, seller, buyer, email, tracking, parent, operator_tasks, created,
       position)
    select 'order', ${idSql(batch)}, 4, $state$${JSON.stringify(state)}$state$::json, ${dueAt}, '${state._tag}',
      ${found}, '{}', ${batch * LARGEST} + n, 1
    from generate_series(1, ${count}) n`;
};

/** The same in a table made by hand. */
export const dueByHand = ({ state, dueAt }: Due, count: number, batch: number): string => `
  insert into orders (id, version, status, due_at, state)
  select ${idSql(batch)}, 4, '${state._tag}', ${dueAt}, $state$${JSON.stringify(state)}$state$::json
  from generate_series(1, ${count}) n`;

/** Orders that are due long from now: their state is never read, and kept small to fit on any disk. */
export const notDueInStore = (count: number): string => `
  insert into resale.subjects
    (kind, id, version, state, due_at, status, operator_tasks, created, position)
  select 'order', ${idSql(99_999_999)}, 4, '{}', 4000000000000 + n, 'InTransit', '{}', 1, 1
  from generate_series(1, ${count}) n`;

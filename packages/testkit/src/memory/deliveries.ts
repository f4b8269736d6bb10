import {
  Deliveries,
  type Delivery,
  instant,
  type LeasedDelivery,
  type SubjectRef,
  type SubscriptionId,
} from "@resale/core";
import { Effect, Option } from "effect";
import { type Database, type DeliveryRow, subjectKey } from "./Database.ts";

type Request<Method extends "spread" | "take" | "list"> = Parameters<Deliveries["Service"][Method]>[0];

const keyOf = (subscription: SubscriptionId, subject: SubjectRef): string =>
  `${subscription}/${subjectKey(subject)}`;

const spreadOne = (
  row: DeliveryRow | undefined,
  { subscription, now }: Request<"spread">,
  { subject, first, last }: Request<"spread">["subjects"][number],
): DeliveryRow => {
  const fresh: DeliveryRow = {
    subscription,
    subject,
    heard: first - 1,
    wanted: last,
    failures: 0,
    failingSince: undefined,
    dueAt: now,
    last: row?.last,
    lease: undefined,
  };
  // What had come further goes back, and whoever is at it is told so by losing the lease.
  if (row === undefined || first <= row.heard) return fresh;
  return { ...row, wanted: Math.max(row.wanted, last), dueAt: row.dueAt ?? now };
};

const spread = (database: Database, request: Request<"spread">): boolean => {
  const { subscription, from, to, subjects } = request;
  const found = database.subscriptions.get(subscription);
  if (found === undefined || found.position !== from || found.disabled !== undefined) return false;
  database.subscriptions.set(subscription, { ...found, position: to });
  for (const one of subjects) {
    const key = keyOf(subscription, one.subject);
    database.deliveries.set(key, spreadOne(database.deliveries.get(key), request, one));
  }
  return true;
};

const take = (
  database: Database,
  { subscription, now, limit, lease }: Request<"take">,
): ReadonlyArray<LeasedDelivery> => {
  const found = database.subscriptions.get(subscription);
  if (found === undefined || found.disabled !== undefined) return [];
  return [...database.deliveries.values()]
    .filter((row) => row.subscription === subscription && row.dueAt !== undefined && row.dueAt <= now)
    .sort((one, other) => (one.dueAt ?? 0) - (other.dueAt ?? 0))
    .slice(0, limit)
    .map((row) => {
      const taken = { ...row, lease: crypto.randomUUID(), dueAt: instant(now + lease) };
      database.deliveries.set(keyOf(subscription, row.subject), taken);
      return taken;
    });
};

/** The row, if whoever took it still has it. */
const held = (database: Database, { subscription, subject, lease }: LeasedDelivery) => {
  const row = database.deliveries.get(keyOf(subscription, subject));
  return row?.lease === lease ? row : undefined;
};

const plain = ({ lease: _, ...delivery }: DeliveryRow): Delivery => delivery;

const list = (database: Database, { subscription, open, limit, after }: Request<"list">) => {
  const last = after === undefined ? "" : subjectKey(after);
  return [...database.deliveries.values()]
    .filter((row) => row.subscription === subscription && (!open || row.dueAt !== undefined))
    .map((row) => ({ key: subjectKey(row.subject), row }))
    .filter(({ key }) => key > last)
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .slice(0, limit)
    .map(({ row }) => plain(row));
};

const next = (database: Database) => {
  const due = [...database.deliveries.values()]
    .filter(({ subscription }) => database.subscriptions.get(subscription)?.disabled === undefined)
    .flatMap(({ dueAt }) => dueAt ?? []);
  return Option.map(Option.fromUndefinedOr(due.sort((one, other) => one - other)[0]), instant);
};

export const makeDeliveries = (database: Database) => {
  const put = (row: DeliveryRow): void =>
    void database.deliveries.set(keyOf(row.subscription, row.subject), row);
  return Deliveries.of({
    spread: (request) => Effect.sync(() => spread(database, request)),
    take: (request) => Effect.sync(() => take(database, request)),
    heard: (delivery, last, lease) =>
      Effect.sync(() => {
        const row = held(database, delivery);
        if (row === undefined) return Option.none();
        const more = last.number < row.wanted;
        const heard = { ...row, heard: last.number, failures: 0, failingSince: undefined, last };
        put(
          more
            ? { ...heard, dueAt: instant(last.at + lease) }
            : { ...heard, dueAt: undefined, lease: undefined },
        );
        return Option.some(row.wanted);
      }),
    postpone: (delivery, at, failed) =>
      Effect.sync(() => {
        const row = held(database, delivery);
        if (row === undefined) return;
        const back = { ...row, dueAt: at, lease: undefined };
        const { failures } = row;
        put(
          failed === undefined
            ? back
            : {
                ...back,
                failures: failures + 1,
                failingSince: row.failingSince ?? failed.at,
                last: failed,
              },
        );
      }),
    list: (request) => Effect.sync(() => list(database, request)),
    next: Effect.sync(() => next(database)),
  });
};

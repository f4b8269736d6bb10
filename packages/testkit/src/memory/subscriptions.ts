import {
  type Disabled,
  type Instant,
  type Subscription,
  type SubscriptionChange,
  Subscriptions,
} from "@resale/core";
import { Effect, Option } from "effect";
import type { Database, DeliveryRow } from "./Database.ts";

/** Everything that waits is due at once, with all its tries anew; who is at it just now goes on. */
const setGoing = (database: Database, id: string, now: Instant): void => {
  for (const [key, row] of database.deliveries) {
    if (row.subscription !== id || row.dueAt === undefined) continue;
    const held = row.lease !== undefined && row.dueAt > now;
    const fresh: DeliveryRow = { ...row, failures: 0, failingSince: undefined };
    database.deliveries.set(key, held ? fresh : { ...fresh, lease: undefined, dueAt: now });
  }
};

const changeOf = (
  database: Database,
  subscription: Subscription,
  change: SubscriptionChange,
): Subscription | undefined => {
  switch (change._tag) {
    case "RotateSecret":
      if (change.rotations !== subscription.rotations) return undefined;
      return {
        ...subscription,
        secret: change.secret,
        former: { secret: subscription.secret, until: change.formerUntil },
        rotations: change.rotations + 1,
      };
    case "Edit": {
      const { _tag, versions, ...edit } = change;
      if (versions !== undefined && !versions.includes(subscription.version)) return undefined;
      return { ...subscription, ...edit, version: subscription.version + 1 };
    }
    case "Disable": {
      const disabled: Disabled = change.disabled;
      return subscription.disabled === undefined ? { ...subscription, disabled, noticed: false } : undefined;
    }
    case "Enable":
      setGoing(database, subscription.id, change.now);
      return { ...subscription, disabled: undefined, noticed: false };
    case "Replay":
      return { ...subscription, position: Math.min(subscription.position, change.position) };
    case "Noticed":
      return subscription.disabled?.since === change.since ? { ...subscription, noticed: true } : undefined;
  }
};

export const makeSubscriptions = (database: Database) =>
  Subscriptions.of({
    add: (subscription) => Effect.sync(() => void database.subscriptions.set(subscription.id, subscription)),
    get: (id) => Effect.sync(() => Option.fromUndefinedOr(database.subscriptions.get(id))),
    all: Effect.sync(() =>
      [...database.subscriptions.values()].sort((one, other) => one.createdAt - other.createdAt),
    ),
    change: (id, change) =>
      Effect.sync(() => {
        const subscription = database.subscriptions.get(id);
        const next = subscription && changeOf(database, subscription, change);
        if (next !== undefined) database.subscriptions.set(id, next);
        return next !== undefined;
      }),
    remove: (id) =>
      Effect.sync(() => {
        for (const [key, { subscription }] of database.deliveries) {
          if (subscription === id) database.deliveries.delete(key);
        }
        return database.subscriptions.delete(id);
      }),
  });

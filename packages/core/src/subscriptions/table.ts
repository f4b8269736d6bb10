import type { Actor } from "../access/Actor.ts";
import type { Role } from "../access/Role.ts";
import type { Rejection } from "../lifecycle/Rejection.ts";

/** Who may do what with subscriptions (R54). Who is told what leaves the house is support's to say. */
export const subscriptionTable = {
  ListSubscriptions: ["Reviewer", "Support"],
  ListDeliveries: ["Reviewer", "Support"],
  Subscribe: ["Support"],
  EditSubscription: ["Support"],
  RemoveSubscription: ["Support"],
  RotateSecret: ["Support"],
  DisableSubscription: ["Support"],
  EnableSubscription: ["Support"],
  Replay: ["Support"],
  SendTest: ["Support"],
} as const satisfies Readonly<Record<string, ReadonlyArray<Role>>>;

export type SubscriptionCommand = keyof typeof subscriptionTable;

/** Why an actor may not; nothing, if they may. */
export const notAllowed = (command: SubscriptionCommand, actor: Actor): Rejection | undefined => {
  const allowed: ReadonlyArray<Role> = subscriptionTable[command];
  return allowed.some((role) => role === actor._tag)
    ? undefined
    : { _tag: "NotAllowed", command, actor: actor._tag, allowed };
};

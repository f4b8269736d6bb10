import { Effect } from "effect";
import type { Task } from "../../lifecycle/Task.ts";
import { tellOrder } from "./shipOrder.ts";

/** A task that was tried often enough: the order shows what failed, and an operator sets it going again. */
export const giveUp = Effect.fnUntraced(function* (task: Task, reason: string) {
  const definite = false;
  switch (task._tag) {
    case "BuyLabel":
      return yield* tellOrder(task.order, { _tag: "RecordLabelFailed", reason, definite });
    case "RefundLabel":
      return yield* tellOrder(task.order, { _tag: "RecordLabelRefundRefused", reason });
    case "BookPickup":
      return yield* tellOrder(task.order, { _tag: "RecordPickupRefused", reason });
    case "IssueCredit":
      return yield* tellOrder(task.order, { _tag: "RecordPayoutFailed", reason, definite });
    case "RefundOrder":
      return yield* tellOrder(task.order, { _tag: "RecordRefundFailed", reason, definite });
    case "BuyReturnLabel":
      return yield* tellOrder(task.order, { _tag: "RecordReturnLabelFailed", reason, definite });
    default:
      return;
  }
});

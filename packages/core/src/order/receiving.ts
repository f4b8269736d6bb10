import { Result } from "effect";
import { deadlineAfter } from "../calendar/BusinessCalendar.ts";
import { leading } from "../lifecycle/leading.ts";
import { type FieldFault, invalid } from "../lifecycle/Rejection.ts";
import { payoutEvents, refundEvents } from "./money.ts";
import type { OrderEvent } from "./OrderEvent.ts";
import type { OrderHandlers } from "./table.ts";

/** The buyer is content: the seller is paid (R42). */
export const confirm: OrderHandlers["Confirm"] = (order, _, { now }) =>
  Result.succeed(leading({ _tag: "Confirmed", at: now }, payoutEvents(order)));

/** The buyer is not: the payout stops, the brand decides (R44). */
export const openDispute: OrderHandlers["OpenDispute"] = (_, { kind, text, photos }, { program, now }) => {
  const faults: Array<FieldFault> = [];
  const { kinds, mostPhotos } = program.dispute;
  if (!kinds.some(({ key }) => key === kind)) {
    faults.push({ field: "kind", problem: `is one of ${kinds.map(({ key }) => key).join(", ")}` });
  }
  if (photos.length > mostPhotos)
    faults.push({ field: "photos", problem: `holds at most ${mostPhotos} photos` });
  if (faults.length > 0) return Result.fail(invalid(...faults));
  const decideBy = deadlineAfter(program.calendar, now, program.dispute.decideWithin);
  return Result.succeed([
    { _tag: "DisputeOpened", dispute: { kind, text, photos, openedAt: now }, decideBy },
  ]);
};

/** The brand decides: the buyer gets everything back, or the seller the payout (R45). */
export const decideDispute: OrderHandlers["DecideDispute"] = (order, { upheld, text }, { program, now }) => {
  if (!upheld) return Result.succeed([{ _tag: "DisputeRejected", text, at: now }, ...payoutEvents(order)]);
  const kind = program.dispute.kinds.find(({ key }) => key === order.dispute.kind);
  const returns = kind?.returns ?? true;
  const closed: ReadonlyArray<OrderEvent> = returns ? [] : [{ _tag: "ReturnClosed", how: "NotNeeded" }];
  return Result.succeed([
    { _tag: "DisputeUpheld", text, returns, at: now },
    ...refundEvents(order),
    ...closed,
  ]);
};

/** Rating is an act of its own, optional and once (R42). */
export const rate: OrderHandlers["Rate"] = (_, { stars, text }, { program, now }) => {
  const { most, moderated } = program.ratings;
  if (!Number.isInteger(stars) || stars < 1 || stars > most) {
    return Result.fail(invalid({ field: "stars", problem: `is a whole number from 1 to ${most}` }));
  }
  const status = moderated ? "Waiting" : "Published";
  return Result.succeed([{ _tag: "Rated", rating: { stars, text, at: now, status } }]);
};

export const moderateRating: OrderHandlers["ModerateRating"] = (order, { publish }) => {
  const same = order.rating?.status === (publish ? "Published" : "Hidden");
  return Result.succeed(same ? [] : [{ _tag: "RatingModerated", publish }]);
};

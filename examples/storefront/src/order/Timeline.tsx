import type { Order } from "../api/queries.ts";
import { dayAndTime } from "../design/dates.ts";
import { words } from "./words.ts";

interface Step {
  readonly label: string;
  readonly at: number | null;
  readonly done: boolean;
}

const ended: Readonly<Record<string, string>> = {
  Confirmed: words.steps.done,
  ConfirmedAutomatically: words.steps.done,
  DisputeUpheld: words.steps.upheld,
  DisputeRejected: words.steps.rejected,
  Cancelled: words.steps.cancelled,
};

const stepsOf = (order: Order): ReadonlyArray<Step> => {
  const { state, placedAt, shippedAt, deliveredAt, dispute } = order;
  const end = ended[state];
  const over = end !== undefined;
  const arrived = deliveredAt !== null || (over && state !== "Cancelled");
  const cutShort = state === "Cancelled";
  return [
    { label: words.steps.placed, at: placedAt, done: true },
    ...(shippedAt === null && cutShort
      ? []
      : [{ label: words.steps.shipped, at: shippedAt, done: shippedAt !== null || arrived }]),
    ...(cutShort ? [] : [{ label: words.steps.delivered, at: deliveredAt, done: arrived }]),
    ...(dispute === null ? [] : [{ label: words.steps.disputed, at: dispute.openedAt, done: true }]),
    { label: end ?? words.steps.done, at: null, done: over },
  ];
};

/** How far the order has come. */
export const Timeline = ({ order, zone }: { readonly order: Order; readonly zone: string }) => {
  const steps = stepsOf(order);
  const current = steps.findLastIndex(({ done }) => done);
  return (
    <ol className="timeline" aria-label={words.timeline}>
      {steps.map(({ label, at, done }, index) => (
        <li key={label} data-done={done} aria-current={index === current ? "step" : undefined}>
          <span>{label}</span>
          <small>{at === null ? "" : dayAndTime(at, zone)}</small>
        </li>
      ))}
    </ol>
  );
};

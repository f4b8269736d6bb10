import "./timeline.css";
import { type Order, type ProgramFacts, useProgram } from "../api/queries.ts";
import { day, dayAndTime } from "../design/dates.ts";
import { words } from "./words.ts";

type Estimate = ProgramFacts["estimate"];

interface Step {
  readonly label: string;
  readonly at: number | null;
  readonly done: boolean;
  /** When it is to be expected, in words, while it has not come. */
  readonly expected?: string | undefined;
}

const DAY = 86_400_000;

const ended: Readonly<Record<string, string>> = {
  Confirmed: words.steps.done,
  ConfirmedAutomatically: words.steps.done,
  DisputeUpheld: words.steps.upheld,
  DisputeRejected: words.steps.rejected,
  Cancelled: words.steps.cancelled,
};

/** When it arrives is an estimate, shown and never enforced (R33). */
const arrivalOf = (shippedAt: number | null, zone: string, { fromDays, toDays }: Estimate): string =>
  shippedAt === null
    ? words.expect.days(fromDays, toDays)
    : words.expect.between(day(shippedAt + fromDays * DAY, zone), day(shippedAt + toDays * DAY, zone));

const stepsOf = (order: Order, zone: string, estimate: Estimate | undefined): ReadonlyArray<Step> => {
  const { state, placedAt, shippedAt, deliveredAt, endedAt, dispute } = order;
  const end = ended[state];
  const over = end !== undefined;
  const arrived = deliveredAt !== null || dispute !== null || (over && state !== "Cancelled");
  const cutShort = state === "Cancelled";
  const arrives = estimate === undefined ? undefined : arrivalOf(shippedAt, zone, estimate);
  const promised = day(order.promise.at - 1, zone);
  const shipsBy = state === "ShipmentOverdue" ? words.expect.late(promised) : words.expect.by(promised);
  const ends = order.window === null ? undefined : words.expect.latest(dayAndTime(order.window.at, zone));
  return [
    { label: words.steps.placed, at: placedAt, done: true },
    ...(shippedAt === null && cutShort
      ? []
      : [
          {
            label: words.steps.shipped,
            at: shippedAt,
            done: shippedAt !== null || arrived,
            expected: shipsBy,
          },
        ]),
    ...(cutShort
      ? []
      : [
          {
            label: state === "DeliveryUnverified" ? words.steps.unverified : words.steps.delivered,
            at: deliveredAt,
            done: arrived,
            expected: arrives,
          },
        ]),
    ...(dispute === null ? [] : [{ label: words.steps.disputed, at: dispute.openedAt, done: true }]),
    { label: end ?? words.steps.done, at: endedAt, done: over, expected: ends },
  ];
};

/** How far the order has come. */
export const Timeline = ({ order, zone }: { readonly order: Order; readonly zone: string }) => {
  const { data: program } = useProgram();
  const steps = stepsOf(order, zone, program?.estimate);
  const current = steps.findLastIndex(({ done }) => done);
  return (
    <ol className="timeline" aria-label={words.timeline}>
      {steps.map(({ label, at, done, expected }, index) => (
        <li key={label} data-done={done} aria-current={index === current ? "step" : undefined}>
          <span>{label}</span>
          <small>{at === null ? (done ? "" : expected) : dayAndTime(at, zone)}</small>
        </li>
      ))}
    </ol>
  );
};

import "./timeline.css";
import { useNow } from "../api/clock.ts";
import { type Order, type ProgramFacts, useProgram } from "../api/queries.ts";
import { day, dayAndTime, placeOf } from "../design/dates.ts";
import { words as designWords } from "../design/words.ts";
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
const MINUTE = 60_000;

const ended: Readonly<Record<string, string>> = {
  Confirmed: words.steps.done,
  ConfirmedAutomatically: words.steps.done,
  DisputeUpheld: words.steps.upheld,
  DisputeRejected: words.steps.rejected,
  Cancelled: words.steps.cancelled,
};

/** When it arrives is an estimate, shown and never enforced (R33): once it has passed, it is told as what it was. */
const arrivalOf = (
  shippedAt: number | null,
  now: number,
  zone: string,
  { fromDays, toDays }: Estimate,
): string => {
  if (shippedAt === null) return words.expect.days(fromDays, toDays);
  const [from, to] = [shippedAt + fromDays * DAY, shippedAt + toDays * DAY];
  const expected = now > to ? words.expect.between.was : words.expect.between.is;
  return expected(day(from, zone), day(to, zone));
};

const stepsOf = (
  order: Order,
  now: number,
  zone: string,
  estimate: Estimate | undefined,
): ReadonlyArray<Step> => {
  const { state, placedAt, shippedAt, deliveredAt, endedAt, dispute, promise, window } = order;
  const end = ended[state];
  const over = end !== undefined;
  const arrived = deliveredAt !== null || dispute !== null || (over && state !== "Cancelled");
  const cutShort = state === "Cancelled";
  const arrives = estimate === undefined ? undefined : arrivalOf(shippedAt, now, zone, estimate);
  const isLate = state === "ShipmentOverdue" || now >= promise.at;
  const shipsBy = (isLate ? words.expect.late : words.expect.by)(day(promise.at - 1, zone));
  const ends =
    window === null
      ? undefined
      : words.expect.latest(designWords.inZone(dayAndTime(window.at, zone), placeOf(zone)));
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
  const now = useNow(MINUTE);
  const steps = stepsOf(order, now, zone, program?.estimate);
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

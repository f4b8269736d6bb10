import { advanceClock, comeToRest, DAY, HOUR, instant, MINUTE } from "@resale/core";
import fc from "fast-check";
import { bank, buyer, carrier, scanning, support } from "./fulfilling.ts";
import { buy, buying, list, listing, ownStock, review } from "./shopping.ts";
import { Wired } from "./Wired.ts";

const often = <T>(times: number, arbitrary: fc.Arbitrary<T>): ReadonlyArray<fc.Arbitrary<T>> =>
  Array.from({ length: times }, () => arbitrary);

const due = new Wired("all that is due is done", () => comeToRest());
const work = fc.constant(due);
const time = fc
  .constantFrom(MINUTE, 20 * MINUTE, HOUR, 20 * HOUR, DAY, 3 * DAY, 11 * DAY)
  .map(
    (long) =>
      new Wired(`${long / MINUTE} minutes pass`, ({ clock }) => advanceClock(instant(clock.now + long))),
  );

/** Three pieces are live, and two of them sold: one label is with its seller, one parcel is delivered. */
export const beginning: ReadonlyArray<Wired> = [
  ...[0, 1, 2].map((line) => listing("ada", line, 1, 100_00 + line, true)),
  buying([0, 1], false, "tok_visa", true),
  due,
  scanning(0, "Accepted", 0, false),
  scanning(0, "Delivered", 0, false),
  due,
];

/** All that may happen, what leads further more often. */
export const wiredActions: fc.Arbitrary<Wired> = fc.oneof(
  ...often(4, list),
  ownStock,
  ...often(2, review),
  ...often(4, buy),
  ...often(3, work),
  ...often(5, carrier),
  ...often(4, buyer),
  ...often(4, support),
  bank,
  ...often(3, time),
);

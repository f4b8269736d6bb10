import { randomBytes } from "node:crypto";
import { Ids } from "@resale/core";
import { Clock, Effect, Layer } from "effect";

const COUNTER_BITS = 12;

const make = () => {
  let last = 0;
  let counter = 0;
  return (milliseconds: number): string => {
    const random = randomBytes(10);
    if (milliseconds > last) {
      last = milliseconds;
      // Half of the counter's room is left for more in the same millisecond.
      counter = random.readUInt16BE(0) >>> 5;
    } else if (++counter >= 2 ** COUNTER_BITS) {
      last++;
      counter = 0;
    }
    const time = last.toString(16).padStart(12, "0");
    const rest = random.subarray(2);
    rest[0] = ((rest[0] ?? 0) & 0x3f) | 0x80;
    const low = rest.toString("hex");
    const middle = `7${counter.toString(16).padStart(3, "0")}`;
    return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${low.slice(0, 4)}-${low.slice(4)}`;
  };
};

/** Keys that nobody can guess, in the order of their making (UUID version 7; RFC 9562, 62 random bits). */
export const uuidV7: Layer.Layer<Ids> = Layer.sync(Ids, () => {
  const next = make();
  return { next: Effect.map(Clock.currentTimeMillis, (now) => next(Math.max(0, Math.trunc(now)))) };
});

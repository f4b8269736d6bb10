import { DAY } from "@resale/core";
import type fc from "fast-check";
import type { Action } from "./Action.ts";
import { bank, buyer, carrier, scanning, seller, support, time, work, workAll } from "./fulfilling.ts";
import { approving, buying, list, listing, listOwnStock, open, pay, review } from "./shopping.ts";
import type { World } from "./World.ts";
import { drain } from "./worker.ts";

const often = <T>(times: number, arbitrary: fc.Arbitrary<T>): ReadonlyArray<fc.Arbitrary<T>> =>
  Array.from({ length: times }, () => arbitrary);

/** All that may happen, what leads further more often. */
export const actions: Array<fc.Arbitrary<Action>> = [
  ...often(3, list),
  listOwnStock,
  ...often(4, review),
  ...often(3, open),
  ...often(3, pay),
  ...often(3, work),
  ...often(5, workAll),
  ...often(5, carrier),
  ...often(3, buyer),
  seller,
  ...often(4, support),
  bank,
  ...often(4, time),
];

/** Three pieces are live, and two of them sold: one label is with its seller, one parcel is delivered. */
export const begin = (world: World): World => {
  for (const line of [0, 1, 2]) listing("ada", line, 1, 100_00 + line).act(world);
  for (const place of [0, 1, 2]) approving(place).act(world);
  buying([0, 1], false, 8_88).act(world);
  drain(world);
  world.pass(DAY, true);
  scanning(0, [{ status: "Accepted", hours: 20, zip: undefined }]).act(world);
  scanning(0, [{ status: "Delivered", hours: 0, zip: "Home" }]).act(world);
  drain(world);
  return world;
};

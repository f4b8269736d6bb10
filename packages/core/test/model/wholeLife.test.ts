import { DAY, preLoved } from "@resale/core";
import { aProgram, elapsed } from "@resale/testkit";
import { programs } from "@resale/testkit/arbitraries";
import { checkWholeLife, reachedBy } from "@resale/testkit/model";
import { describe, expect, it } from "vitest";
import { tries } from "../runs.ts";

describe("the whole life of listings, checkouts and orders", () => {
  it("R27 R49 R53 R55 R58 keeps every law, whatever happens in whatever order", () => {
    checkWholeLife(tries(70), preLoved);
  });

  it("R57 under every Program", () => {
    checkWholeLife(tries(25), programs);
  });

  it("goes far: sampled lives reach every state of an order", () => {
    const cancelling = aProgram({ shipping: { cancelAfter: elapsed(5 * DAY) } });
    const seen = reachedBy(cancelling, { numRuns: 300, seed: 53 });
    for (const state of [
      "Confirmed",
      "ConfirmedAutomatically",
      "DisputeUpheld",
      "DisputeRejected",
      "Cancelled",
      "Shipped",
      "Delivered",
      "DeliveryUnverified",
      "TransitStalled",
      "PayoutIssued",
      "Refunded",
      "ChargebackLost",
    ]) {
      expect(seen, state).toContain(state);
    }
  });
});

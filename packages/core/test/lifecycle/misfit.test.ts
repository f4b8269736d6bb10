import { checkoutMachine, deskMachine, type Instant, mailboxMachine } from "@resale/core";
import {
  aHeldCheckout,
  anAbandonedCheckout,
  anExpiredCheckout,
  aPayingCheckout,
  aPlacedCheckout,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";

const at = 0 as Instant;
const { evolve } = checkoutMachine;

/** Facts of what becomes of the money, each with the one state that it fits. */
const money = [
  ["Placed", { _tag: "PaymentCaptured", at }],
  ["Placed", { _tag: "CaptureFailed", reason: "lapsed" }],
  ["Expired", { _tag: "PaymentCameLate", attempt: 1 }],
  ["Expired", { _tag: "LatePaymentCancelled", at }],
] as const;
const checkouts = [
  aHeldCheckout(),
  aPayingCheckout(),
  aPlacedCheckout(),
  anExpiredCheckout(),
  anAbandonedCheckout(),
];

describe("a history that cannot have been", () => {
  it.each(money)(
    "R55 is a defect that names fact and state: fits a checkout in %s alone: %o",
    (state, event) => {
      for (const { state: checkout } of checkouts) {
        if (checkout._tag === state) expect(evolve(checkout, event)).toMatchObject({ _tag: state });
        else {
          const words = `the fact ${event._tag} does not fit a subject in ${checkout._tag}`;
          expect(() => evolve(checkout, event)).toThrow(words);
        }
      }
    },
  );

  it("R55 is one that does not begin at the beginning", () => {
    const words = (tag: string) => `the fact ${tag} does not fit a subject in Nothing`;
    for (const [, event] of money) expect(() => evolve(undefined, event)).toThrow(words(event._tag));
    expect(() => evolve(undefined, { _tag: "Abandoned" })).toThrow(words("Abandoned"));
    const cleared = { _tag: "RefusalCleared", at } as const;
    expect(() => mailboxMachine.evolve(undefined, cleared)).toThrow(words("RefusalCleared"));
    const next = { at, steps: [] } as never;
    const due = { _tag: "DigestFellDue", day: "2026-11-09" as never, next } as const;
    expect(() => deskMachine.evolve(undefined, due)).toThrow(words("DigestFellDue"));
  });
});

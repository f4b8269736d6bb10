import { assert, describe, it } from "@effect/vitest";
import { cents, type PaymentReference, Payments } from "@resale/core";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import fc from "fast-check";
import { CardSimulator, type CardToken } from "../src/index.ts";
import { authorise, cards } from "./money.ts";

type Command =
  | { readonly _tag: "Capture"; readonly key: number; readonly amount: number }
  | { readonly _tag: "Refund"; readonly key: number; readonly amount: number }
  | { readonly _tag: "Cancel"; readonly key: number }
  | { readonly _tag: "Chargeback" }
  | { readonly _tag: "Decide"; readonly outcome: "Won" | "Lost" }
  | { readonly _tag: "Wait"; readonly days: number };

const key = fc.nat(9);
const amount = fc.integer({ min: -5, max: 130 });
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ _tag: fc.constant("Capture" as const), key, amount }),
  fc.record({ _tag: fc.constant("Refund" as const), key, amount }),
  fc.record({ _tag: fc.constant("Refund" as const), key, amount }),
  fc.record({ _tag: fc.constant("Cancel" as const), key }),
  fc.record({ _tag: fc.constant("Chargeback" as const) }),
  fc.record({ _tag: fc.constant("Decide" as const), outcome: fc.constantFrom("Won", "Lost") }),
  fc.record({ _tag: fc.constant("Wait" as const), days: fc.integer({ min: 0, max: 4 }) }),
);

const act = (
  payment: PaymentReference,
  one: Command,
): Effect.Effect<void, unknown, Payments | CardSimulator> =>
  Effect.gen(function* () {
    const payments = yield* Payments;
    const control = yield* CardSimulator;
    if (one._tag === "Capture") {
      yield* payments.capture({ key: `${one.key}`, payment, amount: cents(one.amount) });
    } else if (one._tag === "Refund") {
      yield* payments.refund({ key: `${one.key}`, payment, amount: cents(one.amount) });
    } else if (one._tag === "Cancel") yield* payments.cancel({ key: `${one.key}`, payment });
    else if (one._tag === "Chargeback") yield* control.chargeback(payment);
    else if (one._tag === "Decide") yield* control.decideChargeback(payment, one.outcome);
    else yield* TestClock.adjust(one.days * 86_400_000);
  });

describe("the money of a payment", () => {
  it("R27 never is captured beyond its hold nor given back beyond its capture, whoever acts at once", async () => {
    const tokens = fc.constantFrom<CardToken>("tok_visa", "tok_chargeback", "tok_answer_lost");
    await fc.assert(
      fc.asyncProperty(
        tokens,
        fc.array(fc.array(command, { maxLength: 4 }), { maxLength: 8 }),
        (token, rounds) =>
          Effect.gen(function* () {
            const control = yield* CardSimulator;
            yield* Effect.ignore(authorise("a", token, 100));
            const payment = yield* authorise("a", token, 100);
            for (const round of rounds) {
              yield* Effect.all(
                round.map((one) => Effect.ignore(act(payment, one))),
                { concurrency: "unbounded" },
              );
              const ledger = yield* control.ledger;
              const total = (kind: string) =>
                ledger.reduce((sum, movement) => (movement.kind === kind ? sum + movement.amount : sum), 0);
              const count = (kind: string) => ledger.filter((movement) => movement.kind === kind).length;
              assert.isAtMost(total("Captured"), total("Authorised"));
              assert.isAtMost(count("Captured") + count("Voided"), 1);
              const lost = total("ChargebackOpened") - total("ChargebackWon");
              assert.isAtMost(total("Refunded") + lost, total("Captured"));
              assert.isAtLeast(
                ledger.reduce((sum, movement) => sum + movement.balance, 0),
                0,
              );
              for (const movement of ledger) assert.isAbove(movement.amount, 0);
            }
          }).pipe(Effect.provide(cards()), Effect.provide(TestClock.layer()), Effect.runPromise),
      ),
      { numRuns: 60 },
    );
  });
});

import { join } from "node:path";
import { PaymentReference, Payments, type ProviderRefused } from "@resale/core";
import { type Faults, makeFaults, makeOutbox, type Outbox, openIdempotencyKeys } from "@resale/simulator";
import { Context, Effect, Layer, type Redacted, Result } from "effect";
import { authorising } from "./authorising.ts";
import { type Movement, movementsOf, tellings } from "./Movement.ts";
import { moving } from "./moving.ts";
import { causedByTime, PaymentFact } from "./Payment.ts";
import { add, leave, openPayments, type PaymentDecision, PROVIDER, refused } from "./payments.ts";

/** Where simulated card payments are kept. */
export interface CardSimulatorOptions {
  /** Created if it is not there. Several processes may share it; its file system must know hard links. */
  readonly folder: string;
  /** What webhooks are signed with. */
  readonly secret: Redacted.Redacted<string>;
}

/**
 * A card provider that lives in a folder, and the hand of the banks behind it. The token says how a card behaves (see
 * `tokens`). It never captures more than is held, nor gives back more than was captured, whoever asks at once.
 */
export class CardSimulator extends Context.Service<
  CardSimulator,
  Outbox & {
    /** The holder's bank takes back what was captured and not refunded (R50). Refused, if there is nothing. */
    readonly chargeback: (payment: PaymentReference) => Effect.Effect<void, ProviderRefused>;
    /** The bank decides: won, the money comes back to the shop. */
    readonly decideChargeback: (
      payment: PaymentReference,
      outcome: "Won" | "Lost",
    ) => Effect.Effect<void, ProviderRefused>;
    /** Every movement of every payment until now, oldest first. */
    readonly ledger: Effect.Effect<ReadonlyArray<Movement>>;
    readonly fail: Faults<keyof Payments["Service"]>["fail"];
  }
>()("@resale/payments/CardSimulator") {
  /** Card payments and their control, on one folder. */
  static readonly layer = (options: CardSimulatorOptions): Layer.Layer<Payments | CardSimulator> =>
    Layer.effectContext(
      Effect.sync(() => {
        const logs = openPayments(join(options.folder, "payments"));
        const claim = openIdempotencyKeys(options.folder, PROVIDER);
        const faults = makeFaults<keyof Payments["Service"]>(PROVIDER);
        const { authorise, find } = authorising(logs);
        const { capture, cancel, refund } = moving(logs, claim);
        const payments = Payments.of({
          authorise: faults.around("authorise", authorise),
          find: faults.aroundRead("find", find),
          capture: faults.around("capture", capture),
          cancel: faults.around("cancel", cancel),
          refund: faults.around("refund", refund),
        });
        const control = CardSimulator.of({
          ...makeOutbox({
            log: logs.log,
            secret: options.secret,
            byItself: causedByTime,
            tellings: (name, facts) => tellings(PaymentReference.make(name), facts),
            told: (fact) => (fact._tag === "Told" ? fact.event : undefined),
            tell: (event) => PaymentFact.cases.Told.make({ event }),
          }),
          chargeback: (reference) =>
            logs.decide(reference, ({ refundable, chargebackOpen }, at): PaymentDecision<void> => {
              if (chargebackOpen) return leave;
              if (refundable <= 0) return Result.fail(refused("there is no money to take back"));
              return add(PaymentFact.cases.ChargebackOpened.make({ at, amount: refundable }));
            }),
          decideChargeback: (reference, outcome) =>
            logs.decide(reference, ({ chargedBack: amount, chargebackOpen }, at): PaymentDecision<void> => {
              if (!chargebackOpen) return Result.fail(refused("there is no chargeback to decide"));
              return add(PaymentFact.cases[`Chargeback${outcome}`].make({ at, amount }));
            }),
          ledger: Effect.gen(function* () {
            const movements: Array<Movement> = [];
            for (const name of yield* logs.log.names) {
              const facts = yield* logs.log.decide(name, (found) => Result.succeed({ answer: found }));
              movements.push(...movementsOf(PaymentReference.make(name), facts));
            }
            return movements.sort((one, other) => one.at - other.at);
          }),
          fail: faults.fail,
        });
        return Context.make(Payments, payments).pipe(Context.add(CardSimulator, control));
      }),
    );
}

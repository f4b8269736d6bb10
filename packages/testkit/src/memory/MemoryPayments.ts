import {
  type Cents,
  PaymentDeclined,
  PaymentReference,
  type PaymentStatus,
  Payments,
  PaymentToken,
  type ProviderError,
  type ProviderRefused,
  type ProviderUnavailable,
} from "@resale/core";
import { Context, Effect, Layer, Option, Result } from "effect";
import { type Faults, makeFaults } from "./Faults.ts";
import { type Effects, makeKeyed, makeKeys, refuse } from "./Keyed.ts";

/** A payment as the provider keeps it. */
export interface MemoryPayment {
  readonly key: string;
  readonly reference: PaymentReference;
  readonly status: PaymentStatus;
  readonly authorised: Cents;
  readonly captured: number;
  readonly refunded: number;
}

type Hold = Parameters<Payments["Service"]["authorise"]>[0];

type Authorisation = Result.Result<PaymentReference, PaymentDeclined>;

type Errors = {
  readonly authorise: PaymentDeclined | ProviderError;
  readonly find: ProviderUnavailable;
  readonly capture: ProviderError;
  readonly cancel: ProviderError;
  readonly refund: ProviderError;
};

const PROVIDER = "memory payments";

/** The one card that is declined by itself. */
const DECLINED = PaymentToken.make("tok_declined");

const capture =
  (amount: number) =>
  (payment: MemoryPayment): MemoryPayment | string => {
    if (payment.status !== "Authorised") return `a payment that is ${payment.status} can't be captured`;
    if (amount <= 0) return `${amount} cents can't be captured`;
    if (amount > payment.authorised) return "more than was authorised";
    return { ...payment, status: "Captured", captured: amount };
  };

const cancel = (payment: MemoryPayment): MemoryPayment | string => {
  if (payment.status === "Captured") return "a captured payment can't be voided";
  return payment.status === "Declined" ? payment : { ...payment, status: "Voided" };
};

const refund =
  (amount: number) =>
  (payment: MemoryPayment): MemoryPayment | string => {
    if (amount <= 0) return `${amount} cents can't be given back`;
    if (amount + payment.refunded > payment.captured) return "more than was captured";
    return { ...payment, refunded: payment.refunded + amount };
  };

const make = () => {
  const payments = new Map<string, MemoryPayment>();
  const keys = makeKeys(PROVIDER);
  const { failNext, call } = makeFaults<Errors>();
  const authoriseOnce = makeKeyed<Authorisation>("authorise", keys);
  const captureOnce = makeKeyed<void>("capture", keys);
  const cancelOnce = makeKeyed<void>("cancel", keys);
  const refundOnce = makeKeyed<void>("refund", keys);

  const open = ({ key, amount }: Hold, status: PaymentStatus): PaymentReference => {
    const reference = PaymentReference.make(`pay_${crypto.randomUUID()}`);
    payments.set(reference, { key, reference, status, authorised: amount, captured: 0, refunded: 0 });
    return reference;
  };

  const hold = (request: Hold) =>
    Effect.suspend((): Effect.Effect<Authorisation, PaymentDeclined | ProviderRefused> => {
      if (request.amount <= 0) return refuse(PROVIDER, `${request.amount} cents can't be held`);
      if (request.token === DECLINED) return Effect.fail(new PaymentDeclined({ reason: "CardDeclined" }));
      return Effect.succeed(Result.succeed(open(request, "Authorised")));
    });

  const decline = (request: Hold, declined: PaymentDeclined) =>
    Effect.sync(() => {
      open(request, "Declined");
      return Result.fail(declined);
    });

  const step = (reference: PaymentReference, next: (payment: MemoryPayment) => MemoryPayment | string) =>
    Effect.suspend(() => {
      const payment = payments.get(reference);
      const after = payment === undefined ? `no payment ${reference}` : next(payment);
      if (typeof after === "string") return refuse(PROVIDER, after);
      payments.set(reference, after);
      return Effect.void;
    });

  const port = Payments.of({
    authorise: (request) =>
      call("authorise", authoriseOnce(request, hold(request))).pipe(
        Effect.catchTag("PaymentDeclined", (declined) => authoriseOnce(request, decline(request, declined))),
        Effect.flatMap(Effect.fromResult),
      ),
    find: (key) =>
      call(
        "find",
        Effect.sync(() =>
          Option.map(
            Option.fromUndefinedOr([...payments.values()].find((payment) => payment.key === key)),
            ({ reference, status }) => ({ reference, status }),
          ),
        ),
      ),
    capture: (request) =>
      call("capture", captureOnce(request, step(request.payment, capture(request.amount)))),
    cancel: (request) => call("cancel", cancelOnce(request, step(request.payment, cancel))),
    refund: (request) => call("refund", refundOnce(request, step(request.payment, refund(request.amount)))),
  });
  return { port, control: { failNext, payments, effects: keys.effects } };
};

/**
 * Card payments in memory. Every card pays but `tok_declined`; a `PaymentDeclined` planned for `authorise` is remembered
 * under its key, as a provider does.
 */
export class MemoryPayments extends Context.Service<
  MemoryPayments,
  Faults<Errors> & {
    /** By reference. */
    readonly payments: ReadonlyMap<string, MemoryPayment>;
    readonly effects: Effects;
  }
>()("@resale/testkit/memory/MemoryPayments") {
  static readonly layer: Layer.Layer<Payments | MemoryPayments> = Layer.effectContext(
    Effect.sync(() => {
      const { port, control } = make();
      return Context.add(Context.make(Payments, port), MemoryPayments, control);
    }),
  );
}

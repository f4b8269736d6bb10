import {
  type Cents,
  type PaymentDeclined,
  PaymentReference,
  type PaymentStatus,
  Payments,
  type ProviderError,
  type ProviderUnavailable,
} from "@resale/core";
import { Context, Effect, Layer, Option } from "effect";
import { type Faults, makeFaults } from "./Faults.ts";
import { type Effects, makeKeyed, refuse } from "./Keyed.ts";

/** A payment as the provider keeps it. */
export interface MemoryPayment {
  readonly key: string;
  readonly reference: PaymentReference;
  readonly status: PaymentStatus;
  readonly authorised: Cents;
  readonly captured: number;
  readonly refunded: number;
}

type Errors = {
  readonly authorise: PaymentDeclined | ProviderError;
  readonly find: ProviderUnavailable;
  readonly capture: ProviderError;
  readonly cancel: ProviderError;
  readonly refund: ProviderError;
};

const PROVIDER = "memory payments";

const capture =
  (amount: number) =>
  (payment: MemoryPayment): MemoryPayment | string => {
    if (payment.status !== "Authorised") return `a payment that is ${payment.status} can't be captured`;
    if (amount > payment.authorised) return "more than was authorised";
    return { ...payment, status: "Captured", captured: amount };
  };

const cancel = (payment: MemoryPayment): MemoryPayment | string =>
  payment.status === "Captured" ? "a captured payment can't be voided" : { ...payment, status: "Voided" };

const refund =
  (amount: number) =>
  (payment: MemoryPayment): MemoryPayment | string =>
    amount + payment.refunded > payment.captured
      ? "more than was captured"
      : { ...payment, refunded: payment.refunded + amount };

const make = () => {
  const payments = new Map<string, MemoryPayment>();
  const declines = new Map<string, PaymentDeclined>();
  const effects = new Map<string, number>();
  const { failNext, call } = makeFaults<Errors>();
  const authoriseOnce = makeKeyed<PaymentReference>(PROVIDER, effects);
  const once = makeKeyed<void>(PROVIDER, effects);

  const open = (key: string, authorised: Cents, status: PaymentStatus): PaymentReference => {
    const reference = PaymentReference.make(`pay_${crypto.randomUUID()}`);
    payments.set(reference, { key, reference, status, authorised, captured: 0, refunded: 0 });
    return reference;
  };

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
      Effect.suspend(() => {
        const declined = declines.get(request.key);
        if (declined !== undefined) return Effect.fail(declined);
        const act = Effect.sync(() => open(request.key, request.amount, "Authorised"));
        return call("authorise", authoriseOnce(request, act));
      }).pipe(
        Effect.tapError((error) =>
          Effect.sync(() => {
            if (error._tag !== "PaymentDeclined" || declines.has(request.key)) return;
            declines.set(request.key, error);
            open(request.key, request.amount, "Declined");
          }),
        ),
      ),
    find: (key) =>
      call(
        "find",
        Effect.sync(() =>
          Option.fromUndefinedOr([...payments.values()].find((payment) => payment.key === key)),
        ),
      ),
    capture: (request) => call("capture", once(request, step(request.payment, capture(request.amount)))),
    cancel: (request) => call("cancel", once(request, step(request.payment, cancel))),
    refund: (request) => call("refund", once(request, step(request.payment, refund(request.amount)))),
  });
  return { port, control: { failNext, payments, effects } };
};

/** Card payments in memory. A `PaymentDeclined` planned for `authorise` is remembered under its key, as a provider does. */
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

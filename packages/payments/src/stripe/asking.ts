import { PaymentDeclined, type ProviderError } from "@resale/core";
import { Data, Effect, Redacted, Schedule } from "effect";
import Stripe from "stripe";
import { type Conduct, endingsOf, neverSent, PATIENCE, retryAfterOf } from "../provider/endings.ts";
import { reasonOf } from "./declining.ts";
import type { StripeSettings } from "./StripeSettings.ts";

/** The name under which Stripe's errors are told. */
export const PROVIDER = "Stripe";

export const { refused, unavailable, lost } = endingsOf(PROVIDER);

/** Another request holds the payment, or the same key, at this moment: asked again, this one gets its turn. */
const IN_THE_WAY = new Set(["idempotency_key_in_use", "lock_timeout"]);
const turns = Schedule.spaced("250 millis").pipe(Schedule.upTo({ times: 8 }));

/** A call that Stripe did not answer as wished: what it comes to, and what of it tells one no from another. */
export class Failed extends Data.TaggedError("Failed")<{
  readonly ending: ProviderError | PaymentDeclined;
  readonly code: string;
  /** The answer is the one that was kept under the key: asking again under it changes nothing. */
  readonly isReplayed: boolean;
}> {}

/** The port's error, where a card can't be declined: it is then a refusal like others. */
export const endingOf = ({ ending }: Failed): ProviderError =>
  ending._tag === "PaymentDeclined" ? refused(`the card's bank said no: ${ending.reason}`) : ending;

/** That a key was used for something else is Stripe's to find out, and ours to tell with the key's name. */
export const keyReused = (key: string) => refused(`the key "${key}" was used before with other content`);

const endingFrom = (
  error: InstanceType<typeof Stripe.errors.StripeError>,
  conduct: Conduct,
  key: string,
): ProviderError | PaymentDeclined => {
  const { code = "", statusCode = 0, message } = error;
  if (error instanceof Stripe.errors.StripeConnectionError) {
    if (neverSent(error)) return unavailable("it can't be reached");
    return lost(conduct, "the connection ended before the answer came");
  }
  if (error instanceof Stripe.errors.StripeCardError) return new PaymentDeclined({ reason: reasonOf(error) });
  if (code === "idempotency_key_in_use") return lost(conduct, "the same request is still under way");
  if (error instanceof Stripe.errors.StripeIdempotencyError) return keyReused(key);
  if (statusCode === 429 || code === "lock_timeout") {
    return unavailable("it is asked too much at once", retryAfterOf(error.headers?.["retry-after"]));
  }
  // Our key or our rights are not in order: no payment's fault, and to be put right by an operator.
  if (statusCode === 401 || statusCode === 403) return unavailable("STRIPE_SECRET_KEY is not accepted");
  if (error instanceof Stripe.errors.StripeInvalidRequestError) {
    return refused(error.param === undefined ? message : `${error.param}: ${message}`);
  }
  return lost(conduct, statusCode >= 500 ? `it failed (${statusCode})` : "its answer can't be read");
};

const failureOf = (cause: unknown, conduct: Conduct, key: string): Failed => {
  if (!(cause instanceof Stripe.errors.StripeError)) throw cause;
  return new Failed({
    ending: endingFrom(cause, conduct, key),
    code: cause.code ?? "",
    isReplayed: cause.headers?.["idempotent-replayed"] === "true",
  });
};

/** The vendor's client and the way to call it: within a time, and with failures in the ports' words. */
export interface Asking {
  readonly read: <A>(call: (stripe: Stripe) => Promise<A>) => Effect.Effect<A, Failed>;
  /** Acts once for a key: a repeat gets the first answer. */
  readonly act: <A>(
    key: string,
    call: (stripe: Stripe, once: { readonly idempotencyKey: string }) => Promise<A>,
  ) => Effect.Effect<A, Failed>;
}

/**
 * Opens Stripe's client. It repeats nothing by itself, but for one case: a connection that was closed before any byte came
 * is tried once more under the same key.
 */
export const openStripe = ({
  secretKey,
  url,
  patience = PATIENCE,
}: Omit<StripeSettings, "webhookSecret">): Asking => {
  const place = new URL(url ?? "https://api.stripe.com");
  const stripe = new Stripe(Redacted.value(secretKey), {
    host: place.hostname,
    port: place.port || (place.protocol === "http:" ? 80 : 443),
    protocol: place.protocol === "http:" ? "http" : "https",
    maxNetworkRetries: 0,
    // The socket's own limit; ours, on the clock, comes before it.
    timeout: patience + 1_000,
    telemetry: false,
  });
  const ask = <A>(conduct: Conduct, key: string, call: () => Promise<A>): Effect.Effect<A, Failed> =>
    Effect.tryPromise({ try: call, catch: (cause) => failureOf(cause, conduct, key) }).pipe(
      Effect.timeoutOrElse({
        duration: patience,
        orElse: () => new Failed({ ending: lost(conduct, "it took too long"), code: "", isReplayed: false }),
      }),
      Effect.retry({ schedule: turns, while: ({ code }) => IN_THE_WAY.has(code) }),
    );
  return {
    read: (call) => ask("Reads", "", () => call(stripe)),
    act: (key, call) => ask("Acts", key, () => call(stripe, { idempotencyKey: key })),
  };
};

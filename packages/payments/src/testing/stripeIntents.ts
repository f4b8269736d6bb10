import type { Answered } from "./Standin.ts";

/** A form's fields, flat: `metadata[a]` stands under that name. */
export type Form = Readonly<Record<string, string>>;

export const object = (body: Readonly<Record<string, unknown>>, status = 200): Answered => ({ status, body });

/** An error as Stripe words it. */
export const error = (
  status: number,
  said: {
    readonly type: string;
    readonly code?: string;
    readonly message: string;
    readonly param?: string;
    readonly decline_code?: string;
  },
  headers: Readonly<Record<string, string>> = {},
): Answered => ({ status, headers, body: { error: said } });

export const invalid = (message: string, code?: string, param?: string, status = 400): Answered =>
  error(status, {
    type: "invalid_request_error",
    message,
    ...(code === undefined ? {} : { code }),
    ...(param === undefined ? {} : { param }),
  });

export const missing = (what: string, id: string): Answered =>
  invalid(`No such ${what}: '${id}'`, "resource_missing", "intent", 404);

export interface Intent {
  readonly id: string;
  readonly object: "payment_intent";
  readonly created: number;
  readonly amount: number;
  readonly currency: string;
  readonly client_secret: string;
  status: string;
  amount_received: number;
  metadata: Record<string, string>;
  last_payment_error: { readonly code: string; readonly decline_code?: string } | null;
}

export interface Refund {
  readonly id: string;
  readonly object: "refund";
  readonly payment_intent: string;
  readonly amount: number;
  status: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** What the test cards do, under the names that Stripe's own test mode has for them. */
export const declines: ReadonlyMap<string, { readonly code: string; readonly decline_code?: string }> =
  new Map([
    ["pm_card_chargeDeclined", { code: "card_declined", decline_code: "generic_decline" }],
    [
      "pm_card_chargeDeclinedInsufficientFunds",
      { code: "card_declined", decline_code: "insufficient_funds" },
    ],
    ["pm_card_chargeDeclinedExpiredCard", { code: "expired_card" }],
    ["pm_card_chargeDeclinedFraudulent", { code: "card_declined", decline_code: "fraudulent" }],
    ["pm_card_chargeDeclinedLostCard", { code: "card_declined", decline_code: "lost_card" }],
  ]);

export const metadataOf = (form: Form): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const key = /^metadata\[(.+)\]$/.exec(name)?.[1];
      return key === undefined ? [] : [[key, value]];
    }),
  );

const KNOWN =
  /^(amount|currency|capture_method|confirm|confirmation_token|payment_method|use_stripe_sdk|allowed_payment_method_types\[\d\]|metadata\[\w+\])$/;

/** Makes a payment, and says whether the answer is kept under the key: of parameters that are not right it is not. */
export const createIntent = (
  form: Form,
  id: string,
): { readonly answer: Answered; readonly intent?: Intent } => {
  const strange = Object.keys(form).find((name) => !KNOWN.test(name));
  if (strange !== undefined) {
    return { answer: invalid(`Received unknown parameter: ${strange}`, "parameter_unknown", strange) };
  }
  const amount = Number(form["amount"]);
  if (!(amount > 0)) {
    return {
      answer: invalid(
        "This value must be greater than or equal to 1.",
        "parameter_invalid_integer",
        "amount",
      ),
    };
  }
  // `ctoken_visa_7` is the seventh that was made of the card `pm_card_visa`.
  const token = (form["confirmation_token"] ?? "").replace(/^ctoken_([A-Za-z]+)(_\w+)?$/, "pm_card_$1");
  const means = form["payment_method"] ?? token;
  const declined = declines.get(means);
  const asks = means === "pm_card_authenticationRequired";
  if (!(means === "pm_card_visa" || asks || declined !== undefined)) {
    return { answer: invalid(`No such PaymentMethod: '${means}'`, "resource_missing", "payment_method") };
  }
  const intent: Intent = {
    id,
    object: "payment_intent",
    created: Math.floor(Date.now() / 1000),
    amount,
    currency: form["currency"] ?? "",
    client_secret: `${id}_secret_of_the_buyer`,
    status: asks
      ? "requires_action"
      : declined === undefined
        ? "requires_capture"
        : "requires_payment_method",
    amount_received: 0,
    metadata: metadataOf(form),
    last_payment_error: declined ?? null,
  };
  if (declined === undefined) return { intent, answer: object({ ...intent }) };
  const said = { type: "card_error", message: "Your card was declined.", ...declined };
  return { intent, answer: error(402, said) };
};

const stands = (intent: Intent, what: string) =>
  invalid(
    `This PaymentIntent could not be ${what} because it has a status of ${intent.status}.`,
    "payment_intent_unexpected_state",
  );

export const captureIntent = (intent: Intent, form: Form): Answered => {
  if (intent.status !== "requires_capture") return stands(intent, "captured");
  const amount = Number(form["amount_to_capture"] ?? intent.amount);
  if (amount > intent.amount) {
    return invalid(
      "The amount is greater than what can be captured.",
      "amount_too_large",
      "amount_to_capture",
    );
  }
  intent.status = "succeeded";
  intent.amount_received = amount;
  intent.metadata = { ...intent.metadata, ...metadataOf(form) };
  return object({ ...intent });
};

export const cancelIntent = (intent: Intent): Answered => {
  if (intent.status === "succeeded" || intent.status === "canceled") return stands(intent, "canceled");
  intent.status = "canceled";
  return object({ ...intent });
};

export const createRefund = (
  intent: Intent | undefined,
  refunds: ReadonlyArray<Refund>,
  form: Form,
  id: string,
): { readonly answer: Answered; readonly refund?: Refund } => {
  if (intent === undefined) return { answer: missing("payment_intent", form["payment_intent"] ?? "") };
  if (intent.status !== "succeeded") {
    return {
      answer: invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`),
    };
  }
  const amount = Number(form["amount"]);
  const left = refunds.reduce(
    (sum, one) => (one.payment_intent === intent.id && one.status !== "failed" ? sum - one.amount : sum),
    intent.amount_received,
  );
  if (left === 0) {
    return { answer: invalid("The charge has already been refunded.", "charge_already_refunded") };
  }
  if (amount > left) {
    return {
      answer: invalid(
        `Refund amount (${amount}) is greater than unrefunded amount (${left}).`,
        undefined,
        "amount",
      ),
    };
  }
  const refund: Refund = {
    id,
    object: "refund",
    payment_intent: intent.id,
    amount,
    status: "succeeded",
    metadata: metadataOf(form),
  };
  return { refund, answer: object({ ...refund }) };
};

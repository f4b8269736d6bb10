import { Context, Effect, Layer } from "effect";
import Stripe from "stripe";
import { type Answered, type Asked, type Standin, standin } from "./Standin.ts";
import {
  cancelIntent,
  captureIntent,
  createIntent,
  createRefund,
  error,
  type Form,
  type Intent,
  invalid,
  missing,
  object,
  type Refund,
} from "./stripeIntents.ts";
import { stripeTax } from "./stripeTax.ts";

export const SECRET_KEY = "sk_test_of_the_tests";
export const WEBHOOK_SECRET = "whsec_of_the_tests";

interface Dispute {
  readonly id: string;
  readonly object: "dispute";
  readonly payment_intent: string;
  status: string;
}

const list = (data: ReadonlyArray<unknown>): Answered => object({ object: "list", has_more: false, data });

/** A page of a list, newest first, as Stripe cuts it. */
const page = (data: ReadonlyArray<{ readonly id: string }>, query: URLSearchParams): Answered => {
  const after = query.get("starting_after");
  const from = after === null ? 0 : data.findIndex(({ id }) => id === after) + 1;
  const limit = Number(query.get("limit") ?? 10);
  const rows = data.slice(from, from + limit);
  return object({ object: "list", has_more: from + limit < data.length, data: rows });
};

/** How long a request takes, in milliseconds: others under the same key meet it on its way. */
const TAKES = 5;

/** Stripe as its reference describes it: payments, refunds, disputes, keys whose first answer is kept. */
export class StripeStandin extends Context.Service<
  StripeStandin,
  Standin & {
    readonly intents: ReadonlyMap<string, Intent>;
    readonly refunds: ReadonlyArray<Refund>;
    /** The search knows nothing of what was made, until it is told to. */
    readonly lag: (lags: boolean) => Effect.Effect<void>;
    /** The buyer answers the bank. */
    readonly answerBank: (payment: string, says: boolean) => Effect.Effect<void>;
    /** Time passes over a hold. */
    readonly expire: (payment: string) => Effect.Effect<void>;
    /** Keys are forgotten, as they are after a day. */
    readonly forgetKeys: Effect.Effect<void>;
    readonly dispute: (payment: string, status: string) => Effect.Effect<Dispute>;
    /** A webhook of a dispute, signed; `said` is what it claims, whatever is true by now. */
    readonly tell: (
      type: string,
      said: unknown,
      at: number,
      livemode?: boolean,
    ) => { readonly body: Uint8Array; readonly header: string };
  }
>()("@resale/payments/StripeStandin") {
  static readonly layer = Layer.effect(
    StripeStandin,
    Effect.gen(function* () {
      const intents = new Map<string, Intent>();
      const refunds: Array<Refund> = [];
      const disputes = new Map<string, Dispute>();
      const keys = new Map<string, { readonly path: string; readonly body: string; answer?: Answered }>();
      const spent = new Set<string>();
      const tax = stripeTax();
      const state = { lags: false, next: 0 };
      const fresh = (kind: string) => `${kind}_${Date.now().toString(36)}${(++state.next).toString(36)}`;

      const post = (path: string, form: Form): Answered => {
        if (path === "/v1/payment_intents") {
          const token = form["confirmation_token"];
          if (token !== undefined && spent.has(token)) {
            return invalid(
              `The ConfirmationToken '${token}' has been used before.`,
              undefined,
              "confirmation_token",
            );
          }
          if (token !== undefined) spent.add(token);
          const { answer, intent } = createIntent(form, fresh("pi"));
          if (intent !== undefined) intents.set(intent.id, intent);
          return answer;
        }
        if (path === "/v1/refunds") {
          const made = createRefund(intents.get(form["payment_intent"] ?? ""), refunds, form, fresh("re"));
          if (made.refund !== undefined) refunds.unshift(made.refund);
          return made.answer;
        }
        if (path === "/v1/tax/calculations") return tax.calculate(form);
        const [, id = "", act] = /^\/v1\/payment_intents\/(\w+)\/(capture|cancel)$/.exec(path) ?? [];
        const intent = intents.get(id);
        if (intent === undefined) return missing("payment_intent", id);
        return act === "capture" ? captureIntent(intent, form) : cancelIntent(intent);
      };

      const get = ({ path, query }: Asked): Answered => {
        const newest = [...intents.values()].reverse();
        if (path === "/v1/payment_intents/search") {
          const [, field = "", word = ""] =
            /^metadata\["(\w+)"\]:"(.*)"$/.exec(query.get("query") ?? "") ?? [];
          const value = word.replaceAll(/\\(.)/g, "$1");
          const found = newest.filter(({ metadata }) => metadata[field] === value);
          // What the search knows of a payment is as it was made.
          return list(state.lags ? [] : found.map((intent) => ({ ...intent, status: "requires_capture" })));
        }
        if (path === "/v1/payment_intents") {
          const since = Number(query.get("created[gte]") ?? 0);
          return page(
            newest.filter(({ created }) => created >= since),
            query,
          );
        }
        if (path === "/v1/refunds") {
          const payment = query.get("payment_intent") ?? "";
          if (!intents.has(payment)) return missing("payment_intent", payment);
          return page(
            refunds.filter((refund) => refund.payment_intent === payment),
            query,
          );
        }
        const [, calculation = ""] = /^\/v1\/tax\/calculations\/(\w+)\/line_items$/.exec(path) ?? [];
        const lines = tax.linesOf(calculation);
        if (lines !== undefined) return page(lines, query);
        const [, kind, id = ""] = /^\/v1\/(payment_intents|disputes)\/(\w+)$/.exec(path) ?? [];
        const found = kind === "disputes" ? disputes.get(id) : intents.get(id);
        return found === undefined ? missing(kind ?? "thing", id) : object({ ...found });
      };

      const once = async (asked: Asked, key: string): Promise<Answered> => {
        const { path, body } = asked;
        const before = keys.get(key);
        if (before !== undefined) {
          if (before.path !== path || before.body !== body) {
            const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}'.`;
            return error(400, { type: "idempotency_error", message });
          }
          if (before.answer === undefined) {
            return invalid(
              "There is currently another in-progress request using this Idempotent Key.",
              "idempotency_key_in_use",
              undefined,
              409,
            );
          }
          return {
            ...before.answer,
            headers: { ...before.answer.headers, "idempotent-replayed": "true" },
          };
        }
        const kept: { readonly path: string; readonly body: string; answer?: Answered } = { path, body };
        keys.set(key, kept);
        await new Promise((resolve) => setTimeout(resolve, TAKES));
        const answer = post(path, Object.fromEntries(new URLSearchParams(body)));
        const said = JSON.stringify(answer.body);
        if (/"parameter_|"resource_missing"/.test(said)) keys.delete(key);
        else kept.answer = answer;
        return answer;
      };

      const served = yield* standin((asked) => {
        if (asked.headers.authorization !== `Bearer ${SECRET_KEY}`) {
          return error(401, {
            type: "invalid_request_error",
            message: "Invalid API Key provided: sk_test_********ests",
          });
        }
        if (asked.headers["stripe-version"] === undefined) return invalid("no version");
        if (asked.method === "GET") return get(asked);
        return once(asked, String(asked.headers["idempotency-key"] ?? ""));
      });
      const change = (payment: string, how: Partial<Intent>) =>
        Effect.sync(() => {
          const intent = intents.get(payment);
          if (intent !== undefined) Object.assign(intent, how);
        });
      return StripeStandin.of({
        ...served,
        intents,
        refunds,
        lag: (lags) =>
          Effect.sync(() => {
            state.lags = lags;
          }),
        answerBank: (payment, says) =>
          change(
            payment,
            says
              ? { status: "requires_capture" }
              : {
                  status: "requires_payment_method",
                  last_payment_error: { code: "payment_intent_authentication_failure" },
                },
          ),
        expire: (payment) => change(payment, { status: "canceled" }),
        forgetKeys: Effect.sync(() => keys.clear()),
        dispute: (payment, status) =>
          Effect.sync(() => {
            const known = [...disputes.values()].find(({ payment_intent }) => payment_intent === payment);
            const dispute: Dispute = known ?? {
              id: fresh("dp"),
              object: "dispute",
              payment_intent: payment,
              status,
            };
            dispute.status = status;
            disputes.set(dispute.id, dispute);
            return dispute;
          }),
        tell: (type, said, at, livemode = false) => {
          const payload = JSON.stringify({
            id: fresh("evt"),
            object: "event",
            type,
            livemode,
            data: { object: said },
          });
          const header = Stripe.webhooks.generateTestHeaderString({
            payload,
            secret: WEBHOOK_SECRET,
            timestamp: Math.floor(at / 1000),
          });
          return { body: new TextEncoder().encode(payload), header };
        },
      });
    }),
  );
}

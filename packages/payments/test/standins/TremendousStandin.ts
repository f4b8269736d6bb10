import { Context, Effect, Layer } from "effect";
import { type Answered, type Asked, type Standin, standin } from "../../src/testing/index.ts";

export const API_KEY = "TEST_0123456789abcdef_of_the_tests";
export const CAMPAIGN = "CAMPAIGN0001";
export const ADDRESS_FIELD = "FIELD0000001";

interface Field {
  readonly id: string;
  readonly value: string;
}

interface Reward {
  readonly id: string;
  readonly created_at: string;
  readonly campaign_id: string;
  readonly value: { readonly denomination: number; readonly currency_code: string };
  readonly recipient: { readonly name: string; email: string };
  readonly delivery: { readonly method: string; status: string; readonly link: string };
  readonly custom_fields: ReadonlyArray<Field>;
}

interface Order {
  readonly id: string;
  readonly external_id: string;
  status: string;
  readonly rewards: ReadonlyArray<Reward>;
}

const wrong = (status: number, message: string): Answered => ({
  status,
  body: { errors: { message, payload: {} } },
});

/** Tremendous as its reference describes it: orders once for an `external_id`, mails again only where one did not arrive. */
export class TremendousStandin extends Context.Service<
  TremendousStandin,
  Standin & {
    readonly orders: ReadonlyArray<Order>;
    readonly mails: ReadonlyArray<{ readonly reward: string; readonly to: string }>;
    /** What becomes of mails and orders from now on, and what a repeat is told. */
    readonly set: (how: {
      readonly bounces?: boolean;
      readonly status?: string;
      readonly repeats?: 201 | 409;
    }) => Effect.Effect<void>;
    /** An order that waited is executed. */
    readonly approve: Effect.Effect<void>;
  }
>()("@resale/payments/test/TremendousStandin") {
  static readonly layer = Layer.effect(
    TremendousStandin,
    Effect.gen(function* () {
      const orders: Array<Order> = [];
      const mails: Array<{ readonly reward: string; readonly to: string }> = [];
      const state = { bounces: false, status: "EXECUTED", repeats: 201 };
      const rewards = () => orders.flatMap((order) => order.rewards).reverse();
      const mail = (reward: Reward) => {
        mails.push({ reward: reward.id, to: reward.recipient.email });
        reward.delivery.status = state.bounces ? "FAILED" : "SUCCEEDED";
      };

      const create = (body: string): Answered => {
        const { external_id, payment, reward } = Object(JSON.parse(body));
        const before = orders.find((order) => order.external_id === external_id);
        if (before !== undefined) {
          return state.repeats === 201
            ? { status: 201, body: { order: before } }
            : wrong(409, "An order with this external_id exists already.");
        }
        if (payment?.funding_source_id !== "BALANCE") return wrong(422, "Order failed: validation failure");
        if (reward?.value?.denomination > 2000) return wrong(422, "Order failed: the amount is too high");
        const made: Reward = {
          id: `REWARD${String(orders.length).padStart(6, "0")}`,
          created_at: new Date().toISOString(),
          campaign_id: reward.campaign_id,
          value: reward.value,
          recipient: { ...reward.recipient },
          delivery: {
            method: "EMAIL",
            status: "SCHEDULED",
            link: `https://reward.me/r/secret-${orders.length}`,
          },
          custom_fields: reward.custom_fields ?? [],
        };
        const order: Order = {
          id: `ORDER${orders.length}`,
          external_id,
          status: state.status,
          rewards: [made],
        };
        orders.push(order);
        if (order.status === "EXECUTED") mail(made);
        return { status: 200, body: { order } };
      };

      const resend = (reward: Reward | undefined, body: string): Answered => {
        if (reward === undefined) return wrong(404, "Not found");
        if (reward.delivery.status !== "FAILED") {
          return wrong(422, "Only rewards with a previous delivery failure can be resent.");
        }
        const { updated_email } = Object(JSON.parse(body));
        if (typeof updated_email === "string") reward.recipient.email = updated_email;
        mail(reward);
        return { status: 200, body: {} };
      };

      const served = yield* standin(({ method, path, query, headers, body }: Asked): Answered => {
        if (headers.authorization !== `Bearer ${API_KEY}`) return wrong(401, "Unauthorized");
        const [, kind, id, act] =
          /^\/api\/v2\/(orders|rewards)(?:\/([^/]+))?(?:\/(resend))?$/.exec(path) ?? [];
        if (method === "POST" && kind === "orders" && id === undefined) return create(body);
        const reward = rewards().find((one) => one.id === id);
        if (method === "POST" && act === "resend") return resend(reward, body);
        if (kind === "orders" && id !== undefined) {
          const order = orders.find((one) => one.external_id === id || one.id === id);
          return order === undefined ? wrong(404, "Not found") : { status: 200, body: { order } };
        }
        if (kind === "rewards" && id === undefined) {
          const offset = Number(query.get("offset") ?? 0);
          const limit = Math.min(100, Number(query.get("limit") ?? 10));
          return { status: 200, body: { rewards: rewards().slice(offset, offset + limit) } };
        }
        return reward === undefined ? wrong(404, "Not found") : { status: 200, body: { reward } };
      });
      return TremendousStandin.of({
        ...served,
        orders,
        mails,
        set: (how) => Effect.sync(() => void Object.assign(state, how)),
        approve: Effect.sync(() => {
          for (const order of orders.filter(({ status }) => status.startsWith("PENDING"))) {
            order.status = "EXECUTED";
            order.rewards.forEach(mail);
          }
        }),
      });
    }),
  );
}

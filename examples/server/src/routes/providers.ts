import { CarrierSimulator, type Fault, type StoryName, stories } from "@resale/carriers";
import {
  checkoutMachine,
  OrderId,
  orderMachine,
  type ProviderRefused,
  readAs,
  system,
  TrackingNumber,
} from "@resale/core";
import { CardSimulator, StoreCreditSimulator } from "@resale/payments";
import { Effect, Result, Schema } from "effect";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Runtime, Services } from "../Runtime.ts";

const isStory = (name: string): name is StoryName => Object.hasOwn(stories, name);
const isOrderId = Schema.is(OrderId);

interface ToOrder {
  Params: { order: string };
}

const story = { type: "string", enum: Object.keys(stories) } as const;
const outcome = { type: "string", enum: ["Open", "Won", "Lost"] } as const;
const fault = {
  type: "object",
  required: ["provider", "method", "fault"],
  additionalProperties: false,
  properties: {
    provider: { type: "string", enum: ["carrier", "cards", "storeCredit"] },
    method: { type: "string", maxLength: 40 },
    times: { type: "integer", minimum: 1, maximum: 1000 },
    fault: {
      oneOf: [
        { type: "object", required: ["_tag"], properties: { _tag: { enum: ["Unavailable", "AnswerLost"] } } },
        {
          type: "object",
          required: ["_tag", "reason"],
          properties: { _tag: { enum: ["Refused"] }, reason: { type: "string", maxLength: 200 } },
        },
      ],
    },
  },
} as const;
const body = (properties: Readonly<Record<string, unknown>>, ...required: ReadonlyArray<string>) => ({
  schema: { body: { type: "object", additionalProperties: false, properties, required } },
});

const refuse = (reply: FastifyReply, detail: string) =>
  reply
    .code(422)
    .type("application/problem+json")
    .send({ type: "/problems/refused", title: "Refused", status: 422, detail });

type Wish = Effect.Effect<void, ProviderRefused | { readonly _tag: string }, Services>;

/** The hands behind the simulated providers: the seller drops a parcel, a bank takes money back, a provider fails (R59). */
export const providers = (app: FastifyInstance, runtime: Runtime): void => {
  const grant = async (reply: FastifyReply, wish: Wish) => {
    const done = await runtime.runPromise(Effect.result(wish));
    if (Result.isSuccess(done)) return reply.code(204).send();
    const { failure } = done;
    return refuse(
      reply,
      "reason" in failure ? String(failure.reason) : `There is nothing to be done (${failure._tag}).`,
    );
  };
  const orderOf = (id: string) =>
    isOrderId(id)
      ? Effect.map(readAs(orderMachine, id, system), ({ state }) => state)
      : Effect.fail({ _tag: "NotFound" } as const);

  app.post<ToOrder & { Body: { story?: string } }>(
    "/sandbox/orders/:order/drop",
    body({ story }),
    ({ params, body: asked }, reply) =>
      grant(
        reply,
        Effect.gen(function* () {
          const order = yield* orderOf(params.order);
          if (!("label" in order.label)) return yield* Effect.fail({ _tag: order.label._tag });
          const { tracking } = order.label.label;
          const chosen = asked.story ?? "delivered";
          yield* (yield* CarrierSimulator).drop(
            TrackingNumber.make(tracking),
            isStory(chosen) ? chosen : "delivered",
          );
        }),
      ),
  );
  app.post<ToOrder & { Body: { outcome: "Open" | "Won" | "Lost" } }>(
    "/sandbox/orders/:order/chargeback",
    body({ outcome }, "outcome"),
    ({ params, body: asked }, reply) =>
      grant(
        reply,
        Effect.gen(function* () {
          const order = yield* orderOf(params.order);
          const { state } = yield* readAs(checkoutMachine, order.checkout, system);
          if (state._tag !== "Placed") return yield* Effect.fail({ _tag: state._tag });
          const cards = yield* CardSimulator;
          if (asked.outcome === "Open") return yield* cards.chargeback(state.payment);
          yield* cards.decideChargeback(state.payment, asked.outcome);
        }),
      ),
  );
  app.post<{
    Body: { provider: "carrier" | "cards" | "storeCredit"; method: string; fault: Fault; times?: number };
  }>(
    "/sandbox/faults",
    { schema: { body: fault } },
    ({ body: { provider, method, fault: wanted, times } }, reply) =>
      grant(
        reply,
        Effect.gen(function* () {
          const { fail } = yield* {
            carrier: CarrierSimulator,
            cards: CardSimulator,
            storeCredit: StoreCreditSimulator,
          }[provider];
          yield* fail(method as never, wanted, times);
        }),
      ),
  );
};

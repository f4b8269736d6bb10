import { CheckoutId, checkoutMachine, paymentKey, readAs } from "@resale/core";
import { type Authenticate, AuthenticationUnavailable, Unauthenticated } from "@resale/http";
import { Effect, Option, Redacted, Result, Schema } from "effect";
import type { FastifyInstance } from "fastify";
import type { Runtime } from "../Runtime.ts";
import { CardProvider } from "../wiring/CardProvider.ts";

const isCheckoutId = Schema.is(CheckoutId);

/**
 * While a payment is under way: what the buyer's page hands to the card provider's own script, if the buyer's bank asks
 * (3-D Secure). Who may see the checkout may see it; 204, if nobody asks anything.
 */
export const paymentAction = (app: FastifyInstance, runtime: Runtime, authenticate: Authenticate): void => {
  app.get<{ Params: { checkout: string } }>("/checkouts/:checkout/payment-action", async (request, reply) => {
    const { checkout: id } = request.params;
    const actor = await authenticate(request).catch((error: unknown) => {
      if (error instanceof AuthenticationUnavailable) return 503;
      if (error instanceof Unauthenticated) return 401;
      throw error;
    });
    if (typeof actor === "number") return reply.code(actor).send();
    if (!isCheckoutId(id)) return reply.code(404).send();
    const asked = Effect.gen(function* () {
      const { state } = yield* readAs(checkoutMachine, id, actor);
      if (state._tag !== "Paying") return Option.none();
      return yield* (yield* CardProvider).actionOf(paymentKey(id, state.attempt));
    });
    const found = await runtime.runPromise(Effect.result(asked));
    if (Result.isFailure(found)) {
      return reply.code(found.failure._tag === "ProviderUnavailable" ? 503 : 404).send();
    }
    if (Option.isNone(found.success)) return reply.code(204).send();
    return reply
      .header("cache-control", "no-store")
      .send({ clientSecret: Redacted.value(found.success.value) });
  });
};

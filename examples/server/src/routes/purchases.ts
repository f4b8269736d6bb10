import { instant, now, unitsOf } from "@resale/core";
import { PostgresPurchases } from "@resale/postgres";
import { items, members, purchaseOf } from "@resale/seed";
import { Effect } from "effect";
import type { FastifyInstance } from "fastify";
import type { Runtime } from "../Runtime.ts";

const body = {
  type: "object",
  additionalProperties: false,
  required: ["email", "sku"],
  properties: {
    email: { type: "string", enum: members.map(({ email }) => email) },
    sku: { type: "string", enum: items.map(({ sku }) => sku) },
    colour: { type: "string", maxLength: 40 },
    monthsAgo: { type: "integer", minimum: 0, maximum: 240 },
  },
} as const;

interface Bought {
  readonly email: string;
  readonly sku: string;
  readonly colour?: string;
  readonly monthsAgo?: number;
}

const MONTH = 30 * 86_400_000;

/** The brand sells a member something, as long ago as one likes: in a shop that is tried out there is always more to list. */
export const purchases = (app: FastifyInstance, runtime: Runtime): void => {
  app.post<{ Body: Bought }>("/sandbox/purchases", { schema: { body } }, async ({ body: bought }, reply) => {
    const member = members.find(({ email }) => email === bought.email);
    const item = items.find(({ sku }) => sku === bought.sku);
    if (member === undefined || item === undefined) return reply.callNotFound();
    const colour = bought.colour ?? item.colours[0] ?? "Black";
    const line = await runtime.runPromise(
      Effect.gen(function* () {
        const at = instant((yield* now) - (bought.monthsAgo ?? 12) * MONTH);
        const purchase = purchaseOf(item, colour, `bought-${crypto.randomUUID()}`, at);
        yield* (yield* PostgresPurchases).upsertPurchases(member.id, [purchase]);
        return purchase;
      }),
    );
    return reply.code(201).send({ line, unit: unitsOf(line)[0]?.id });
  });
};

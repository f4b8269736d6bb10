import { isIP } from "node:net";
import rateLimit, { type FastifyRateLimitOptions, type FastifyRateLimitStore } from "@fastify/rate-limit";
import { keyScopeOf } from "@resale/core";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { budgetOf, RATES, type Rates } from "./budgets.ts";
import { HitCounts, type ShareHits } from "./HitCounts.ts";
import type { Limits } from "./Limits.ts";
import { TooManyRequests } from "./TooManyRequests.ts";

const MINUTE = 60_000;

/** How often processes tell each other what they have counted, in milliseconds. */
const SHARE_EVERY = 1_000;

export interface LimitOptions {
  readonly rates?: Partial<Rates>;
  /** Where several processes add up what they count; each counts for itself, if left out. */
  readonly share?: ShareHits;
}

/** Who asks from this very machine is its operator; behind a proxy on it, `TRUST_PROXY` makes the address the client's. */
const isHere = (ip: string): boolean =>
  isIP(ip) !== 0 && (ip.startsWith("127.") || ip === "::1" || ip.startsWith("::ffff:127."));

const storeOver = (counts: HitCounts) =>
  class Store implements FastifyRateLimitStore {
    readonly options: FastifyRateLimitOptions;

    constructor(options: FastifyRateLimitOptions) {
      this.options = options;
    }

    incr(
      key: string,
      done: (error: null, found: { readonly current: number; readonly ttl: number }) => void,
      milliseconds: number,
      max: number,
    ): void {
      done(null, counts.hit(key, milliseconds, max));
    }

    child(): Store {
      return this;
    }
  };

declare module "fastify" {
  interface FastifyRequest {
    /** Where it comes from, read off its headers once. */
    address?: string;
  }
}

const addressOf = (request: FastifyRequest): string => {
  request.address ??= request.ip;
  return request.address;
};

const quiet = {
  "x-ratelimit-limit": false,
  "x-ratelimit-remaining": false,
  "x-ratelimit-reset": false,
} as const;

/**
 * Limits how much one address asks of all routes that are added from now on, and answers how much one person may. An
 * IPv6 network counts as one address. Who asks too much is told when to come again.
 */
export const limitRates = async (
  fastify: FastifyInstance,
  { rates: given, share }: LimitOptions,
): Promise<Limits> => {
  const rates: Rates = { ...RATES, ...given };
  const counts = new HitCounts(share);
  const rateOf = (request: FastifyRequest): number => {
    const budget = budgetOf(request);
    return budget === "none" ? Number.MAX_SAFE_INTEGER : rates[budget];
  };
  fastify.decorateRequest("address");
  await fastify.register(rateLimit, {
    store: storeOver(counts),
    timeWindow: MINUTE,
    max: rateOf,
    keyGenerator: (request) => `${budgetOf(request)} ${rateLimit.normalizeIP(addressOf(request))}`,
    allowList: (request) => isHere(addressOf(request)) || budgetOf(request) === "none",
    addHeadersOnExceeding: quiet,
    addHeaders: { ...quiet, "retry-after": true },
    errorResponseBuilder: (_, { ttl }) => new TooManyRequests(Math.ceil(ttl / 1000)),
  });
  const sharing = setInterval(() => {
    counts.share().catch((error: unknown) => fastify.log.warn({ err: error }, "rates are not shared"));
  }, SHARE_EVERY);
  sharing.unref();
  fastify.addHook("onClose", () => clearInterval(sharing));
  return {
    wait: (actor, budget) => {
      if (budget === "none" || !("id" in actor)) return undefined;
      const { current, ttl } = counts.hit(`${budget} ${keyScopeOf(actor)}`, MINUTE, rates[budget]);
      return current > rates[budget] ? Math.ceil(ttl / 1000) : undefined;
    },
  };
};

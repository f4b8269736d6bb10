import { Context, Metric } from "effect";
import type { FastifyInstance } from "fastify";

const everywhere = Context.empty();

/** Seconds: from what a read takes to what nobody waits for. */
const BOUNDARIES = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

interface Counted {
  readonly requests: Metric.Counter<number>;
  readonly seconds: Metric.Histogram<number>;
}

const countedAs = (method: string, route: string, status: string): Counted => ({
  requests: Metric.counter("resale_http_requests_total", {
    description: "Requests answered, by route and status.",
    incremental: true,
    attributes: { method, route, status },
  }),
  seconds: Metric.histogram("resale_http_request_seconds", {
    description: "How long requests took, from the first byte to the end of the answer.",
    boundaries: BOUNDARIES,
    attributes: { method, route },
  }),
});

/** Counts every request by the route it met: what was asked about is in no label, so that there are few of them. */
export const measureRequests = (fastify: FastifyInstance): void => {
  const known = new Map<string, Map<number, Counted>>();
  fastify.addHook("onResponse", (request, reply, done) => {
    const { url = "none" } = request.routeOptions;
    const key = `${request.method} ${url}`;
    let byStatus = known.get(key);
    if (byStatus === undefined) {
      byStatus = new Map();
      known.set(key, byStatus);
    }
    let counted = byStatus.get(reply.statusCode);
    if (counted === undefined) {
      counted = countedAs(request.method, url, `${reply.statusCode}`);
      byStatus.set(reply.statusCode, counted);
    }
    counted.requests.updateUnsafe(1, everywhere);
    counted.seconds.updateUnsafe(reply.elapsedTime / 1000, everywhere);
    done();
  });
};

import { Effect, Option } from "effect";
import { Headers, HttpTraceContext } from "effect/http";
import type { FastifyRequest } from "fastify";

/**
 * A request as a span, beneath the span that its sender names in `traceparent`. What is asked about stands in no
 * attribute but the path, as in the log.
 */
export const tracing =
  (endpoint: {
    readonly group: string;
    readonly name: string;
    readonly method: string;
    readonly path: string;
  }) =>
  <A, E, R>(
    { headers, url, id }: FastifyRequest,
    handling: Effect.Effect<A, E, R>,
  ): Effect.Effect<A, E, R> => {
    const parent = Option.getOrUndefined(HttpTraceContext.w3c(Headers.fromInput(headers)));
    const [path = ""] = url.split("?");
    return Effect.withSpan(handling, `${endpoint.method} ${endpoint.path}`, {
      kind: "server",
      ...(parent === undefined ? { root: true } : { parent }),
      attributes: {
        "http.request.method": endpoint.method,
        "http.route": endpoint.path,
        "url.path": path,
        "resale.operation": `${endpoint.group}.${endpoint.name}`,
        "resale.request": id,
      },
    });
  };

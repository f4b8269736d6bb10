import type {} from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { sendRefused } from "./answering.ts";
import type { Endpoint } from "./endpoints.ts";
import { type Refused, refused } from "./Refused.ts";

/** A route's path as what is asked for: `:listing` is any one step. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(/[.]/g, "\\.").replaceAll(/:\w+/g, "[^/]+")}$`);

/** What is not there: 405 where another method would be answered, 404 everywhere else. */
export const refuseUnknown = (fastify: FastifyInstance, endpoints: ReadonlyArray<Endpoint>): void => {
  const routes = endpoints.map(({ method, path }) => ({ method, pattern: patternOf(path) }));
  const refusal = ({ method, url }: FastifyRequest): Refused => {
    const [path = ""] = url.slice(fastify.prefix.length).split("?");
    const allowed = [...new Set(routes.flatMap((route) => (route.pattern.test(path) ? route.method : [])))];
    if (allowed.length === 0) return refused("NotFound", "There is nothing here.");
    const allow = allowed.join(", ");
    return refused("MethodNotAllowed", `${method.slice(0, 20)} is not possible here, only ${allow}.`, {
      headers: { allow },
    });
  };
  // Whoever tries addresses one after the other is limited as whoever asks for what is there.
  const limited = fastify.hasDecorator("rateLimit") ? { preHandler: fastify.rateLimit() } : {};
  fastify.setNotFoundHandler(limited, (request, reply) => sendRefused(request, reply, refusal(request)));
};

import { Cause, Effect, Exit, type Fiber, type ManagedRuntime } from "effect";
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from "fastify";
import { budgetOfEndpoint } from "../limits/budgets.ts";
import { tooMany } from "../limits/TooManyRequests.ts";
import { tracing } from "../observing/tracing.ts";
import { sendAnswer, sendRefused } from "./answering.ts";
import { jsonReader, type ReadJson, takeBytes } from "./Body.ts";
import { actorOf, callerOf, nobody } from "./callers.ts";
import { decodeRequest } from "./decode.ts";
import { docsRoutes } from "./docsRoutes.ts";
import type { ResaleOptions, SandboxEngine, WebhookHeaders } from "./Engine.ts";
import { type Endpoint, endpointsOf } from "./endpoints.ts";
import { answerErrors, broken } from "./errors.ts";
import type { AnyHandler, Refusal } from "./Handlers.ts";
import { handlersOf } from "./handlers/index.ts";
import { Followed } from "./live/Followed.ts";
import { OpenStreams } from "./live/OpenStreams.ts";
import { sendLive } from "./live/sendLive.ts";
import { problemRoutes } from "./problemRoutes.ts";
import { behindOf, refusedBy, unreachable } from "./Refused.ts";
import { refuseUnknown } from "./unknownRoutes.ts";

const MEGABYTE = 1024 * 1024;

/** Whose requests are not anybody's: health, webhooks (their signature says who it is), pictures in a page, files for an upload. */
const isAnonymous = ({ group, name }: Endpoint): boolean =>
  group === "health" || group === "webhooks" || name === "photo" || name === "putUpload";

const takesPhotos = ({ name }: Endpoint): boolean => name === "upload" || name === "putUpload";

/** A request that takes longer has met something that hangs; what it began is finished by the engine's own tasks. */
const TIME_LIMIT = 30_000;

/** Questions that go through everything take their time. */
const isLong = ({ group, name }: Endpoint): boolean => group === "sandbox" || name === "verifyJournal";

/** Ends the work when whoever asked has gone, or when it takes too long. What is done at once is never waited for. */
const limited = <A, E>(
  reply: FastifyReply,
  timeLimit: number | undefined,
  fiber: Fiber.Fiber<A, E>,
): Exit.Exit<A, E> | Promise<Exit.Exit<A, E>> => {
  const done = fiber.pollUnsafe();
  if (done !== undefined) return done;
  return new Promise((resolve) => {
    const stop = (): void => fiber.interruptUnsafe();
    const timer = timeLimit === undefined ? undefined : setTimeout(stop, timeLimit);
    reply.raw.once("close", stop);
    fiber.addObserver((exit) => {
      clearTimeout(timer);
      reply.raw.off("close", stop);
      resolve(exit);
    });
  });
};

const single = (headers: FastifyRequest["headers"]): WebhookHeaders =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]),
  );

const none: WebhookHeaders = {};

type Runtime = ManagedRuntime.ManagedRuntime<SandboxEngine, unknown>;

const mount = (
  fastify: FastifyInstance,
  endpoint: Endpoint,
  options: ResaleOptions,
  handler: AnyHandler,
  readJson: ReadJson,
  streams: OpenStreams,
): void => {
  const timeLimit = isLong(endpoint) ? undefined : (options.timeLimit ?? TIME_LIMIT);
  // Only the sandbox's own routes ask for its clock, and they are not there without it.
  const runtime = (options.sandbox ?? options.runtime) as Runtime;
  const isWebhook = endpoint.group === "webhooks";
  const budget = budgetOfEndpoint(endpoint);
  const traced = options.traced === true ? tracing(endpoint) : undefined;
  fastify.route({
    method: endpoint.method as HTTPMethods,
    url: endpoint.path,
    bodyLimit: takesPhotos(endpoint) ? 12 * MEGABYTE : MEGABYTE,
    config: { budget },
    handler: async (request, reply) => {
      const actor = isAnonymous(endpoint) ? nobody : await actorOf(request, options);
      if ("refused" in actor) return sendRefused(request, reply, actor.refused);
      const wait = options.limits?.wait(actor, budget);
      if (wait !== undefined) return sendRefused(request, reply, tooMany(wait));
      const decoded = decodeRequest(endpoint, request, readJson);
      if ("problem" in decoded) return sendRefused(request, reply, decoded);
      const { parts } = decoded;
      const caller = callerOf(actor, request, parts);
      // What a handler is given was decoded by the Schemas its type is made of.
      const asked = { ...parts, caller, httpHeaders: isWebhook ? single(request.headers) : none } as never;
      const handling = Effect.suspend(() => handler(asked));
      const fiber = runtime.runFork(traced === undefined ? handling : traced(request, handling));
      const exit = await limited(reply, timeLimit, fiber);
      if (Exit.isSuccess(exit)) {
        if (!(exit.value instanceof Followed)) return sendAnswer(request, reply, endpoint, exit.value);
        return sendLive(request, reply, { endpoint, actor, streams, runtime }, exit.value);
      }
      if (Cause.hasInterruptsOnly(exit.cause)) {
        request.log.info("interrupted");
        return reply.raw.destroyed ? reply.hijack() : sendRefused(request, reply, unreachable);
      }
      const refusal = Cause.findErrorOption(exit.cause);
      if (refusal._tag === "Some" && !Cause.hasDies(exit.cause)) {
        const behind = behindOf(refusal.value as Refusal);
        if (behind !== undefined) request.log.warn({ ...behind, endpoint: endpoint.name }, "out of reach");
        return sendRefused(request, reply, refusedBy(refusal.value as Refusal, actor, endpoint.group));
      }
      request.log.error({ err: Cause.squash(exit.cause), endpoint: endpoint.name }, "defect");
      return sendRefused(request, reply, broken);
    },
  });
};

const mountAll = (fastify: FastifyInstance, options: ResaleOptions): void => {
  takeBytes(fastify);
  answerErrors(fastify);
  const readJson = jsonReader(fastify);
  const streams = new OpenStreams(fastify, options.lookingOn);
  const endpoints = endpointsOf().filter(({ group }) => group !== "sandbox" || options.sandbox !== undefined);
  const handlers: Readonly<Record<string, Readonly<Record<string, AnyHandler>>>> = handlersOf(options);
  refuseUnknown(fastify, endpoints);
  docsRoutes(fastify, options.sandbox !== undefined);
  problemRoutes(fastify);
  fastify.addHook("onSend", (_, reply, __, done) => {
    reply.header("x-content-type-options", "nosniff").header("x-request-id", reply.request.id);
    done();
  });
  for (const endpoint of endpoints) {
    const handler = handlers[endpoint.group]?.[endpoint.name];
    if (handler === undefined) throw new Error(`no handler for ${endpoint.group}.${endpoint.name}`);
    mount(fastify, endpoint, options, handler, readJson, streams);
  }
};

/**
 * Mounts the marketplace on Fastify: each endpoint of the contract a route of its own. Content types, error and not-found
 * handlers of its scope become the marketplace's: beside other routes, give it a scope by `register`.
 */
export const resaleRoutes = (fastify: FastifyInstance, options: ResaleOptions): Promise<void> => {
  mountAll(fastify, options);
  return Promise.resolve();
};

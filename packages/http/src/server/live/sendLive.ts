import { PassThrough } from "node:stream";
import { type Actor, follow } from "@resale/core";
import { Cause, Effect, Exit, type ManagedRuntime, Stream } from "effect";
import { encoder } from "effect/encoding/Sse";
import type { FastifyReply, FastifyRequest } from "fastify";
import { occurrence, sendRefused, tagOf } from "../answering.ts";
import type { Engine } from "../Engine.ts";
import type { Endpoint } from "../endpoints.ts";
import type { Refusal } from "../Handlers.ts";
import { refusedBy } from "../Refused.ts";
import type { Followed } from "./Followed.ts";
import type { OpenStreams } from "./OpenStreams.ts";

/** A line that says nothing, every so many milliseconds: by it, everybody between knows that the connection is alive. */
const BEAT = ":\n\n";
const BEATS = 15_000;

/** After so many milliseconds the reader comes back, and proves anew who it is. */
const LONGEST = 600_000;

const written = (event: "changed" | "gone", data: string, id?: string): string =>
  encoder.write({ _tag: "Event", event, id, data });

const HEADERS = {
  "cache-control": "no-store",
  // It ends with the stream: a server that is to stop need not wait for the next request on it.
  connection: "close",
  "content-type": "text/event-stream; charset=utf-8",
  vary: "authorization",
  // Proxies that gather answers would keep the news for themselves.
  "x-accel-buffering": "no",
};

/** Who looks on, and where. */
interface Looking {
  readonly endpoint: Endpoint;
  readonly actor: Actor;
  readonly streams: OpenStreams;
  readonly runtime: ManagedRuntime.ManagedRuntime<Engine, unknown>;
}

/** The events that a reader has not seen: each change, and the end of it. */
const eventsOf = (
  request: FastifyRequest,
  { endpoint, actor }: Looking,
  { watched, look }: Followed<unknown>,
) => {
  const given = request.headers["last-event-id"];
  let last = typeof given === "string" ? given : undefined;
  const gone = (refusal: Refusal) => {
    const refused = refusedBy(refusal, actor, endpoint.group);
    // What can't be reached just now is not gone: the reader comes back for it.
    if (refused.problem.status >= 500) return Stream.empty;
    return Stream.make(written("gone", JSON.stringify(occurrence(request, refused))));
  };
  return follow(watched, look).pipe(
    Stream.flatMap((body) => {
      const data = String(endpoint.answer.encode(body));
      const id = tagOf(body, data);
      if (id === last) return Stream.empty;
      last = id;
      return Stream.make(written("changed", data, id));
    }),
    Stream.catch(gone),
  );
};

/** Tells a reader what they look at, now and after each change, until they go. */
export const sendLive = (
  request: FastifyRequest,
  reply: FastifyReply,
  looking: Looking,
  followed: Followed<unknown>,
): FastifyReply => {
  const { endpoint, actor, streams, runtime } = looking;
  const body = new PassThrough();
  const place = streams.open("id" in actor ? `${actor._tag}:${actor.id}` : request.ip, () => body.end());
  if ("problem" in place) return sendRefused(request, reply, place);

  const write = (text: string) =>
    Effect.callback<void>((resume) => {
      if (body.write(text)) resume(Effect.void);
      else body.once("drain", () => resume(Effect.void));
    });
  const fiber = runtime.runFork(Stream.runForEach(eventsOf(request, looking, followed), write));
  fiber.addObserver((exit) => {
    if (Exit.isFailure(exit) && !Cause.hasInterruptsOnly(exit.cause)) {
      request.log.error({ err: Cause.squash(exit.cause), endpoint: endpoint.name }, "defect");
    }
    body.end();
  });
  // A connection's time is the machine's, not the engine's clock.
  const beats = setInterval(() => body.writableNeedDrain || body.write(BEAT), BEATS);
  const end = setTimeout(() => body.end(), LONGEST);
  body.once("close", () => {
    clearInterval(beats);
    clearTimeout(end);
    place.close();
    fiber.interruptUnsafe();
  });
  return reply.headers(HEADERS).send(body);
};

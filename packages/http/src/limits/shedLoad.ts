import underPressure from "@fastify/under-pressure";
import type { FastifyInstance } from "fastify";
import { sendRefused } from "../server/answering.ts";
import { refused } from "../server/Refused.ts";

export interface LoadOptions {
  /** How late the event loop may be, in milliseconds, before requests are refused; 0 never refuses. 1,000, if left out. */
  readonly eventLoopDelay?: number;
  /** How many bytes the heap may hold before; 0 never refuses, and is the default. */
  readonly heap?: number;
}

/** Milliseconds. */
const LOOK_EVERY = 250;

const overloaded = refused("Overloaded", "There is more to do than can be done just now. Try again soon.", {
  headers: { "retry-after": "5" },
});

/** Whoever keeps the server running must not take a busy process for a dead one. */
const LIVE = /\/health\/live$/;

/** Refuses requests early while the process is behind: those that are at work get done, and nobody waits for nothing. */
export const shedLoad = async (
  fastify: FastifyInstance,
  { eventLoopDelay = 1_000, heap = 0 }: LoadOptions,
): Promise<void> => {
  if (eventLoopDelay === 0 && heap === 0) return;
  await fastify.register(underPressure, {
    maxEventLoopDelay: eventLoopDelay,
    maxHeapUsedBytes: heap,
    sampleInterval: LOOK_EVERY,
    pressureHandler: (request, reply) => {
      const [path = ""] = request.url.split("?");
      return LIVE.test(path) ? undefined : new Promise<void>(() => sendRefused(request, reply, overloaded));
    },
  });
};

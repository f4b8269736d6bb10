import cors from "@fastify/cors";
import type { FastifyInstance } from "fastify";

/** What a page elsewhere may send. */
const SENT = ["authorization", "content-type", "idempotency-key", "if-match", "if-none-match", "traceparent"];

/** What it may read of an answer beside its body. */
const READ = ["etag", "location", "retry-after", "x-request-id"];

/** Lets pages of other origins ask from a browser; without one of them, none may. No cookie is ever taken. */
export const openTo = async (fastify: FastifyInstance, origins: ReadonlyArray<string>): Promise<void> => {
  if (origins.length === 0) return;
  await fastify.register(cors, {
    origin: [...origins],
    methods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
    allowedHeaders: SENT,
    exposedHeaders: READ,
    credentials: false,
    maxAge: 600,
  });
};

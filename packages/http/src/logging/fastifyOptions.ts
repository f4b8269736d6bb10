import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import type { FastifyHttpOptions, FastifyReply, FastifyRequest } from "fastify";
import { trusting } from "../limits/trusting.ts";
import { sendRefused } from "../server/answering.ts";
import { malformed } from "../server/Refused.ts";
import { errorFacts } from "./errorFacts.ts";
import { requestLog } from "./RequestLog.ts";
import { withoutWords } from "./withoutWords.ts";

/** What never stands in a log: proofs, means of payment, people's addresses. */
const secrets = [
  "authorization",
  "cookie",
  "token",
  "email",
  "shipTo",
  "shipFrom",
  "address",
  "secret",
  "password",
];

const paths = [
  ...secrets,
  ...secrets.flatMap((name) => [`*.${name}`, `*.*.${name}`, `*.*.*.${name}`]),
  'headers["set-cookie"]',
  '*.headers["set-cookie"]',
];

/** Whoever knows what stands after these steps of a path is let in: a guest's link, the key of a checkout (R26). */
const KEYS = /\/(guest|checkouts)\/(?!(?:order|link)(?:\/|$))[^/]+/gi;

/** The path without what was asked about: a query may hold what people typed. */
const pathOf = (url: string | undefined): string =>
  (url?.split("?")[0] ?? "").replaceAll(KEYS, "/$1/[hidden]");

export interface LogOptions {
  readonly level?: string;
  /** Where lines go; standard output, if left out. */
  readonly stream?: { readonly write: (line: string) => void };
  /** Whether a proxy in front of us is believed about addresses (Fastify's `trustProxy`). */
  readonly trustProxy?: boolean | string;
  readonly patience?: Partial<Patience>;
}

/** For how many milliseconds a connection is waited for. */
export interface Patience {
  /** Until all headers of a request are there. */
  readonly headers: number;
  /** Until all of a request is there. */
  readonly request: number;
  /** Until the next request comes. Longer than a proxy's, which else sends one to a connection that closes. */
  readonly idle: number;
  /** How often all of this is looked at. */
  readonly look: number;
}

const PATIENCE: Patience = { headers: 15_000, request: 60_000, idle: 72_000, look: 5_000 };

/** All headers of a request together, in bytes. */
const LONGEST_HEADERS = 16 * 1024;

/** What a Fastify instance needs to be told when it is made: logs without secrets, ids of requests, strict reading. */
export const fastifyOptions = ({
  level = "info",
  stream,
  trustProxy = false,
  patience: given,
}: LogOptions = {}) => {
  const patience = { ...PATIENCE, ...given };
  return {
    trustProxy: typeof trustProxy === "string" ? trusting(trustProxy) : trustProxy,
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    onProtoPoisoning: "error",
    onConstructorPoisoning: "error",
    requestTimeout: patience.request,
    keepAliveTimeout: patience.idle,
    http: {
      headersTimeout: patience.headers,
      connectionsCheckingInterval: patience.look,
      maxHeaderSize: LONGEST_HEADERS,
    },
    routerOptions: { maxParamLength: 600 },
    logger: {
      level,
      hooks: { logMethod: withoutWords },
      redact: { paths, censor: "[hidden]" },
      serializers: {
        req: (request: FastifyRequest) => ({ method: request.method, path: pathOf(request.url) }),
        err: (error: unknown) => errorFacts(error),
        res: ({ statusCode = 0 }: { readonly statusCode?: number }) => ({ statusCode }),
      },
      ...(stream === undefined ? {} : { stream }),
    },
    childLoggerFactory: requestLog,
    frameworkErrors: (_: Error, request: FastifyRequest, reply: FastifyReply) => {
      sendRefused(request, reply, malformed([{ field: "path", problem: "is not a valid address" }]));
    },
  } as const satisfies FastifyHttpOptions<Server>;
};

import { Result } from "effect";
import type { FastifyRequest } from "fastify";
import { Body, otherType, type ReadJson } from "./Body.ts";
import type { Endpoint } from "./endpoints.ts";
import { fieldFaults } from "./fieldFaults.ts";
import { malformed, type Refused, refusedBy } from "./Refused.ts";
import { unstorable } from "./unstorable.ts";

/** The parts of a request that its endpoint declares. */
export interface Parts {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly headers?: unknown;
  readonly payload?: unknown;
}

const invalid = (faults: ReturnType<typeof fieldFaults>): Refused =>
  refusedBy({ _tag: "Invalid", faults }, { _tag: "System" }, "");

const payloadOf = (
  { payload }: Endpoint,
  body: unknown,
  readJson: ReadJson,
): { readonly payload: unknown } | Refused => {
  if (!(body instanceof Body)) return malformed([{ field: "body", problem: "is missing" }]);
  const taken = payload.get(body.contentType);
  if (taken === undefined) return otherType([...payload.keys()]);
  if (!taken.json) return { payload: body.bytes };
  const read = readJson(body.bytes);
  if ("problem" in read) return read;
  const decoded = taken.decode(read.json);
  return Result.isFailure(decoded)
    ? invalid(fieldFaults("body", decoded.failure))
    : { payload: decoded.success };
};

/** Decodes a request by its endpoint's Schemas, or says which field is at fault. */
export const decodeRequest = (
  endpoint: Endpoint,
  request: FastifyRequest,
  readJson: ReadJson,
): { readonly parts: Parts } | Refused => {
  const parts: { -readonly [Part in keyof Parts]: Parts[Part] } = {};
  for (const part of ["params", "query", "headers"] as const) {
    const decode = endpoint[part];
    if (decode === undefined) {
      const asked = part === "query" ? Object.keys(request.query ?? {}) : [];
      if (asked.length > 0) {
        return malformed(asked.slice(0, 20).map((field) => ({ field, problem: "is not known here" })));
      }
      continue;
    }
    const fault = part === "query" ? unstorable(request.query) : undefined;
    if (fault !== undefined) return malformed([fault]);
    const decoded = decode(request[part]);
    if (Result.isFailure(decoded)) return malformed(fieldFaults(part, decoded.failure));
    parts[part] = decoded.success;
  }
  if (endpoint.payload.size === 0) return { parts };
  const payload = payloadOf(endpoint, request.body, readJson);
  return "problem" in payload ? payload : { parts: { ...parts, ...payload } };
};

import { Result, Schema } from "effect";
import { HttpApi, HttpApiSchema } from "effect/http-api";
import { bytesType } from "../../src/contract/bytes.ts";
import { Problem, resaleApi } from "../../src/contract/index.ts";
import { liveAnswer } from "../../src/contract/live.ts";
import type { Described } from "./requestsOf.ts";

type Plain = Schema.Codec<unknown, unknown>;

/** An answer as it came. */
export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

const strictly = { onExcessProperty: "error" } as const;
const isProblem = Schema.decodeUnknownResult(Problem, strictly);

/** By operation and status the Schema of the answer that the contract promises. */
const successes: ReadonlyMap<string, Schema.Top> = (() => {
  const found = new Map<string, Schema.Top>();
  HttpApi.reflect(resaleApi, {
    onGroup: () => undefined,
    onEndpoint: ({ group, endpoint, successes: by }) => {
      const id = `${group.identifier}.${endpoint.identifier}`;
      for (const [status, [schema]] of by) found.set(`${id} ${status}`, schema);
      // Streams are not among the answers that are written at once.
      for (const schema of endpoint.success) if (liveAnswer(schema)) found.set(`${id} 200`, schema);
    },
  });
  return found;
})();

const json = (body: Buffer): unknown => JSON.parse(body.toString("utf8"));

const problemFaults = ({ status, type, body }: Answered): ReadonlyArray<string> => {
  if (!type.startsWith("application/problem+json"))
    return [`${status} is ${type || "no type"}, not a problem`];
  const read = isProblem(json(body));
  if (Result.isFailure(read)) return [`the problem is not one: ${read.failure.message}`];
  return read.success.status === status
    ? []
    : [`the problem says ${read.success.status}, the answer ${status}`];
};

/** The first event of a stream is the answer as it is now. */
const streamFaults = (answer: Schema.Top, { type, body }: Answered): ReadonlyArray<string> => {
  if (!type.startsWith("text/event-stream")) return [`${type} is no stream of events`];
  const [, data] = /^event: changed\n(?:id: .+\n)?data: (.+)\n\n/m.exec(body.toString("utf8")) ?? [];
  if (data === undefined) return [`the stream begins with ${body.toString("utf8").slice(0, 100)}`];
  const read = Schema.decodeUnknownResult(answer as Plain, strictly)(JSON.parse(data));
  return Result.isFailure(read) ? [`what is told is not what was promised: ${read.failure.message}`] : [];
};

const successFaults = (id: string, answer: Answered): ReadonlyArray<string> => {
  const { status, type, body } = answer;
  const schema = successes.get(`${id} ${status}`);
  if (schema === undefined) return [`${status} is no success of ${id}`];
  if (HttpApiSchema.isNoContent(schema.ast)) return body.length === 0 ? [] : ["there is a body"];
  const told = liveAnswer(schema);
  if (told !== undefined) return streamFaults(told, answer);
  const bytes = bytesType(schema);
  if (bytes !== undefined) return bytes === "image/*" || type.length > 0 ? [] : ["the bytes have no type"];
  if (!type.startsWith("application/json")) return [`${type} is no JSON`];
  const read = Schema.decodeUnknownResult(schema as Plain, strictly)(json(body));
  return Result.isFailure(read) ? [`the body is not what was promised: ${read.failure.message}`] : [];
};

/** In what an answer breaks the contract's promise, for whichever operation it was. */
export const faultsOf = (
  operation: Described | undefined,
  head: boolean,
  answer: Answered,
): ReadonlyArray<string> => {
  const { status } = answer;
  if (status >= 500) return [`${status}: ${answer.body.toString("utf8").slice(0, 300)}`];
  const isKnown = operation === undefined || operation.statuses.includes(status) || status === 304;
  const faults = isKnown ? [] : [`${status} is not documented for ${operation?.id}`];
  if (head || status === 304) return faults;
  if (status >= 400) return [...faults, ...problemFaults(answer)];
  return operation === undefined ? faults : [...faults, ...successFaults(operation.id, answer)];
};

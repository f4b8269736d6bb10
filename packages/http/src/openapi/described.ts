import { Schema } from "effect";
import { HttpApi } from "effect/http-api";
import { resaleApi } from "../contract/api.ts";
import { type CallerKind, callers } from "../contract/callers.ts";
import { parameterLines } from "../contract/parameters.ts";
import { summaries } from "../contract/summaries.ts";
import type { Answer, Json, Operation, Parameter } from "./Document.ts";
import { exampleOf } from "./examples.ts";

const flat = <A>(groups: Readonly<Record<string, Readonly<Record<string, A>>>>): ReadonlyMap<string, A> =>
  new Map(
    Object.entries(groups).flatMap(([group, endpoints]) =>
      Object.entries(endpoints).map(([name, value]) => [`${group}.${name}`, value] as const),
    ),
  );

const lines = flat(summaries);
const kinds = flat<ReadonlyArray<CallerKind>>(callers);
const parameters: ReadonlyMap<string, string> = new Map(Object.entries(parameterLines));

const PEOPLE: { readonly [Kind in CallerKind]: string } = {
  Visitor: "visitors",
  Member: "members",
  Guest: "guests who hold an order's link",
  Reviewer: "reviewers",
  Support: "support",
  Provider: "providers, whose signature is checked first",
};

/** Who may call an operation, in words. */
export const whoMay = (id: string): string => {
  const who = kinds.get(id) ?? [];
  const named = who.map((kind) => PEOPLE[kind]);
  if (named.length === 5) return "everybody";
  return named.length < 2 ? named.join("") : `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
};

/** How each parameter looks in JSON: a number is one, though an address holds its digits. */
const typesOf = (): ReadonlyMap<string, Json> => {
  const found = new Map<string, Json>();
  HttpApi.reflect(resaleApi, {
    onGroup: () => undefined,
    onEndpoint: ({ group, endpoint }) => {
      for (const schema of [endpoint.params, endpoint.query, endpoint.headers]) {
        if (schema === undefined) continue;
        const { properties } = Schema.toJsonSchemaDocument(Schema.toType(schema)).schema;
        for (const [name, type] of Object.entries((properties ?? {}) as Readonly<Record<string, Json>>)) {
          found.set(`${group.identifier}.${endpoint.identifier} ${name}`, type);
        }
      }
    },
  });
  return found;
};

/** Gives each parameter its own type. */
export const typing = (): ((operation: Operation) => Operation) => {
  const types = typesOf();
  return (operation) => ({
    ...operation,
    parameters: operation.parameters.map((parameter) => ({
      ...parameter,
      schema: types.get(`${operation.operationId} ${parameter.name}`) ?? parameter.schema,
    })),
  });
};

/** What stood in an address as text, as its type has it. */
const typed = (value: unknown, schema: unknown): unknown => {
  const { type } = schema as { readonly type?: unknown };
  if (type === "integer") return Number(value);
  if (type === "boolean") return value === "true";
  return type === "array" && !Array.isArray(value) ? [value] : value;
};

const IF_NONE_MATCH: Parameter = {
  name: "if-none-match",
  in: "header",
  required: false,
  schema: { type: "string" },
  description: "The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body.",
};

const ETAG = {
  ETag: {
    description: "Names this very answer; where a thing has a version, the tag begins with it.",
    schema: { type: "string" },
  },
};

const sentences = ({ operationId, parameters: declared }: Operation): string => {
  const has = (name: string): boolean => declared.some((one) => one.name === name);
  return [
    `For ${whoMay(operationId)}.`,
    ...(has("idempotency-key") ? ["A repeat under the same `Idempotency-Key` gets the first answer."] : []),
    ...(has("if-match") ? ["With `If-Match` it is done only while that version still stands."] : []),
  ].join(" ");
};

const isRef = (answer: object): answer is { readonly $ref: string } => "$ref" in answer;

/** Says of each operation what it is for, whose it is, and what its parts mean; with what was really asked and answered. */
export const describing = (operation: Operation, method: string): Operation => {
  const { operationId, requestBody, responses } = operation;
  const example = exampleOf(operationId);
  const described = operation.parameters.map((parameter): Parameter => {
    const value = example?.parameters?.[parameter.name];
    return {
      ...parameter,
      description: parameters.get(parameter.name) ?? "",
      ...(value === undefined ? {} : { example: typed(value, parameter.schema) }),
    };
  });
  const isTagged =
    method === "get" &&
    !operation.tags.includes("health") &&
    "application/json" in (contentOf(responses["200"]) ?? {});
  const answered = Object.entries(responses).map(([status, answer]) => {
    if (isRef(answer) || Number(status) >= 400) return [status, answer] as const;
    const exact: Answer = {
      ...answer,
      description: Number(status) === 204 ? "Done." : `${lines.get(operationId)}.`,
      ...(answer.content === undefined ? {} : { content: exemplified(answer.content, example?.answer) }),
      ...(isTagged ? { headers: ETAG } : {}),
    };
    return [status, exact] as const;
  });
  return {
    ...operation,
    summary: lines.get(operationId) ?? "",
    description: sentences(operation),
    parameters: isTagged ? [...described, IF_NONE_MATCH] : described,
    ...(requestBody === undefined
      ? {}
      : { requestBody: { ...requestBody, content: exemplified(requestBody.content, example?.body) } }),
    responses: {
      ...Object.fromEntries(answered),
      ...(isTagged ? { 304: { description: "Unchanged since the tag that was sent.", headers: ETAG } } : {}),
    },
  };
};

const contentOf = (answer: Operation["responses"][string] | undefined): Answer["content"] =>
  answer === undefined || isRef(answer) ? undefined : answer.content;

/** Bytes are shown to nobody: examples are for JSON. */
const exemplified = (
  content: NonNullable<Answer["content"]>,
  example: unknown,
): NonNullable<Answer["content"]> =>
  Object.fromEntries(
    Object.entries(content).map(([type, media]) => [
      type,
      type === "application/json" && example !== undefined ? { ...media, example } : media,
    ]),
  );

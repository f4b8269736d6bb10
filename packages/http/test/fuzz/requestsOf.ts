import { spoiled } from "@resale/testkit/arbitraries";
import fc from "fast-check";
import { openApiOf } from "../../src/index.ts";
import { absurdBody, absurdStep } from "./absurd.ts";
import { type JsonSchema, jsonOf, type Words } from "./jsonOf.ts";

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly schema: JsonSchema;
  readonly required: boolean;
}

/** An operation as the document describes it. */
export interface Described {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: ReadonlyArray<Parameter>;
  readonly bodies: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  readonly statuses: ReadonlyArray<number>;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: ReadonlyArray<Parameter>;
  readonly requestBody?: { readonly content: Described["bodies"] };
  readonly responses: Readonly<Record<string, unknown>>;
}

/** Every operation of the document that everybody may read. */
export const described = (withSandbox = false): ReadonlyArray<Described> => {
  const document: { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> } =
    JSON.parse(JSON.stringify(openApiOf(withSandbox)));
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(
      ([method, { operationId: id, parameters = [], requestBody, responses }]): Described => ({
        id,
        method: method.toUpperCase(),
        path,
        parameters,
        bodies: requestBody?.content ?? {},
        statuses: Object.keys(responses).map(Number),
      }),
    ),
  );
};

/** A request as it goes out. */
export interface Sent {
  /** The operation it is made for: what becomes of it may be another, or none. */
  readonly id: string;
  readonly actor: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  /** Whether its address and method are the operation's own. */
  readonly isAddressed: boolean;
}

const often = <A>(usual: fc.Arbitrary<A>, rare: fc.Arbitrary<A>, weight = 9): fc.Arbitrary<A> =>
  fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: rare });

/** As a part of an address. What was made without a prototype can't be said as text otherwise. */
const inAddress = (value: unknown): string =>
  encodeURIComponent((typeof value === "object" ? JSON.stringify(value) : String(value)).toWellFormed());

const METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE"];

const stepOf = ({ name, schema }: Parameter, words: Words) => {
  const right = jsonOf(schema, name, words).map((value) => {
    const step = inAddress(value) || "x";
    // A step of dots is none: it leads to another address.
    return { step, isRight: !/^\.+$/.test(step) };
  });
  return often(
    right,
    absurdStep.map((step) => ({ step, isRight: false })),
    12,
  );
};

const addressOf = ({ path, parameters }: Described, words: Words) => {
  const steps = parameters.filter((one) => one.in === "path");
  const asked = parameters.filter((one) => one.in === "query");
  const query = fc.record(
    Object.fromEntries(
      asked.map(({ name, schema }) => [
        name,
        often(
          jsonOf(schema, name, words).map((value) =>
            (Array.isArray(value) ? value : [value]).map((one) => `${name}=${inAddress(one)}`).join("&"),
          ),
          absurdStep.map((value) => `${name}=${value}`),
        ),
      ]),
    ),
    { requiredKeys: asked.filter(({ required }) => required).map(({ name }) => name) },
  );
  const more = often(
    fc.constant(""),
    fc.constantFrom("&__proto__=1", "&a[$ne]=1", "&nobody=1", "&limit=5&limit=6", "&%=%", "&", "&=&="),
    15,
  );
  const tail = often(fc.constant(""), fc.constantFrom("/", "//", "/..", ";a=b", "#x", "%2f", "/./"), 25);
  return fc
    .tuple(fc.tuple(...steps.map((one) => stepOf(one, words))), query, more, tail)
    .map(([values, queries, extra, end]) => {
      const filled = steps.reduce(
        (url, { name }, at) => url.replace(`{${name}}`, values[at]?.step ?? ""),
        path,
      );
      const search = `${Object.values(queries).join("&")}${extra}`;
      const isAddressed = values.every(({ isRight }) => isRight) && end === "";
      return { url: `${filled}${end}${search === "" ? "" : `?${search}`}`, isAddressed };
    });
};

const TYPES = [
  "text/plain",
  "application/json; charset=utf-16",
  "application/json;",
  "APPLICATION/JSON",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "image/png",
  "application/xml",
  "nonsense",
  ",",
];

interface Content {
  readonly type: string;
  readonly body: Buffer | undefined;
}

const bodyOf = ({ bodies }: Described, words: Words): fc.Arbitrary<Content> => {
  const contents = Object.entries(bodies);
  if (contents.length === 0) {
    const nothing = fc.constant<Content>({ type: "", body: undefined });
    const type = fc.constantFrom("application/json", ...TYPES);
    return often(nothing, fc.record({ type, body: absurdBody }) as fc.Arbitrary<Content>);
  }
  return fc.oneof(
    ...contents.map(([type, { schema }]) => {
      const isJson = type.includes("json");
      const json = jsonOf(schema, "", words);
      const written = (value: unknown) => Buffer.from(JSON.stringify(value));
      const right = isJson
        ? json.map(written)
        : fc.uint8Array({ maxLength: 64 }).map((one) => Buffer.from(one));
      const near = isJson ? spoiled(json).map((one) => written(one.json ?? null)) : absurdBody;
      return fc.record({
        type: often(fc.constant(type), fc.constantFrom(...TYPES), 20),
        body: fc.oneof(
          { weight: 9, arbitrary: right },
          { weight: 3, arbitrary: near },
          { weight: 1, arbitrary: absurdBody },
        ) as fc.Arbitrary<Buffer | undefined>,
      });
    }),
  );
};

const keys = fc.oneof(
  fc.constantFrom("once", "twice", "a".repeat(200), "a".repeat(201), "é", "a b", "", "\u007f"),
  fc.stringMatching(/^[!-~]{1,12}$/),
);

const tricks: fc.Arbitrary<Readonly<Record<string, string>>> = fc.constantFrom<
  Readonly<Record<string, string>>
>(
  {},
  { "if-none-match": "*" },
  { "if-none-match": '"1.x", W/"2.y"' },
  { "content-encoding": "gzip" },
  { "x-http-method-override": "DELETE" },
  { "x-forwarded-for": "127.0.0.1, ::1", "x-forwarded-host": "evil.example" },
  { host: "evil.example" },
  { accept: "text/html;q=0" },
  { range: "bytes=0-1" },
  { expect: "nonsense" },
  { cookie: `a=${"x".repeat(4000)}` },
  { "accept-encoding": "br;q=1.0, *;q=0" },
  { origin: "null" },
);

/** Requests for all operations, as all actors: right, nearly right, and absurd. */
export const requestsOf = (
  operations: ReadonlyArray<Described>,
  words: Words,
  actors: Readonly<Record<string, string | undefined>>,
): fc.Arbitrary<Sent> =>
  fc.constantFrom(...operations).chain((operation) =>
    fc
      .record({
        actor: fc.constantFrom(...Object.keys(actors)),
        method: often(fc.constant(operation.method), fc.constantFrom(...METHODS), 20),
        address: addressOf(operation, words),
        content: bodyOf(operation, words),
        key: often(fc.constant(undefined), keys, 5) as fc.Arbitrary<string | undefined>,
        more: often(fc.constant({}), tricks, 6),
      })
      .map(({ actor, method, address: { url, isAddressed }, content: { type, body }, key, more }): Sent => {
        const authorization = actors[actor];
        return {
          id: operation.id,
          actor,
          method,
          url,
          isAddressed: isAddressed && method === operation.method,
          body,
          headers: {
            ...(type === "" ? {} : { "content-type": type }),
            ...(authorization === undefined ? {} : { authorization }),
            ...(key === undefined ? {} : { "idempotency-key": key }),
            ...more,
          },
        };
      }),
  );

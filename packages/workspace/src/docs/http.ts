import { openApiOf, whoMay } from "@resale/http";
import { code, pageFrom, table } from "./page.ts";

const document = openApiOf(true);

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  (["get", "post", "put", "patch", "delete"] as const).flatMap((method) => {
    const operation = methods[method];
    return operation === undefined ? [] : [{ path, method, operation }];
  }),
);

const marks = (parameters: ReadonlyArray<{ readonly name: string }>): string =>
  ["idempotency-key", "if-match"]
    .filter((name) => parameters.some((parameter) => parameter.name === name))
    .map(code)
    .join(", ");

const section = ({ name, description = "" }: (typeof document.tags)[number]): string => {
  const rows = operations
    .filter(({ operation }) => operation.tags.includes(name))
    .map(({ path, method, operation: { operationId = "", summary = "", parameters } }) => [
      code(operationId),
      code(`${method.toUpperCase()} ${path}`),
      summary,
      whoMay(operationId),
      marks(parameters),
    ]);
  return [
    `## ${name}`,
    description,
    table(["operation", "route", "what for", "for whom", "may carry"], rows),
  ].join("\n\n");
};

/** All that can be asked over HTTP, group by group. */
export const httpPage = (): string =>
  pageFrom(
    "packages/http/src/contract",
    "HTTP",
    "Every operation of the contract, by group. The server describes itself at `/openapi.json` (OpenAPI 3.1) and, to read, at `/docs`; the same document, without the time machine, is kept as [openapi.json](openapi.json). Refusals are [problems](problems.md).",
    "**Who asks.** Members and staff send the shop's token (`Authorization: Bearer …`), guests the token of their order's link (`Authorization: Guest …`). \"For whom\" says who may call an operation at all; whose a single listing or order is, is decided each time: what is not yours is not found (R54).",
    "**Writing once.** A write may carry `Idempotency-Key`: 1 to 200 visible ASCII characters, your own for each intention. A repeat of the same request under the same key gets the first answer; other content gets `/problems/key-reused` (R56).",
    '**Reading what has not changed.** Answers to `GET` carry an `ETag`; with `If-None-Match` an unchanged one is answered with 304 and no body. The tag of a thing with a version begins with it: `"12.h3kP…"`.',
    "**Changing what was read.** A change may carry that tag in `If-Match`: it is made only while that version still stands, in the same commit; otherwise it is refused with 412 (`/problems/version-changed`) and nothing is changed. Without the header the change is made whatever stands. A version that was written since for another reason, such as a timer's, counts as well.",
    ...document.tags.map(section),
  );

/** The document of production, for generators of clients. */
export const openApiFile = (): string => `${JSON.stringify(openApiOf(false), null, 1)}\n`;

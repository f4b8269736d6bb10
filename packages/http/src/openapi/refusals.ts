import { STATUS_CODES } from "node:http";
import { PROBLEM_JSON } from "../contract/Problem.ts";
import { problemNames, problems, typeOf } from "../problems/problems.ts";
import type { Answer, AnswerOrRef, Json, Operation } from "./Document.ts";
import { problemExamples } from "./examples.ts";

const text = (description: string) => ({ description, schema: { type: "string" } });

const headersOf: Readonly<Record<string, Json>> = {
  401: { "WWW-Authenticate": text("How to sign in.") },
  409: {
    "Retry-After": text("In how many seconds, or when, it makes sense to ask again; only where it does."),
  },
  429: { "Retry-After": text("In how many seconds it makes sense to ask again.") },
  503: { "Retry-After": text("In how many seconds it makes sense to ask again.") },
};

/** `404` → `NotFound`. */
const nameOf = (status: string): string =>
  (STATUS_CODES[status] ?? `Status ${status}`).replaceAll(/[^A-Za-z]/g, "");

const kindsOf = (status: string): string =>
  problemNames
    .filter((name) => `${problems[name].status}` === status)
    .map((name) => `- [\`${typeOf(name)}\`](.${typeOf(name)}): ${problems[name].means}`)
    .join("\n");

const refusal = (status: string): Answer => {
  const headers = headersOf[status];
  const examples = problemExamples(status);
  const content = {
    schema: { $ref: "#/components/schemas/Problem" },
    ...(Object.keys(examples).length === 0 ? {} : { examples }),
  };
  return {
    description: `${STATUS_CODES[status] ?? status}. Nothing was changed.\n\n${kindsOf(status)}`.replace(
      status === "500" ? " Nothing was changed." : "\0",
      "",
    ),
    content: { [PROBLEM_JSON]: content },
    ...(headers === undefined ? {} : { headers }),
  };
};

const isRefusal = (status: string): boolean => Number(status) >= 400;

/** What a refusal of one status looks like stands once, whatever was asked for. */
export const refusals = (operations: ReadonlyArray<Operation>): Json => {
  const statuses = new Set(operations.flatMap(({ responses }) => Object.keys(responses).filter(isRefusal)));
  return Object.fromEntries([...statuses].sort().map((status) => [nameOf(status), refusal(status)]));
};

/** Whether an operation can be refused so. A body can be too large, or of no type, where none was asked for, too. */
const canBe = (status: string, { parameters }: Operation): boolean =>
  status !== "412" || parameters.some(({ name }) => name === "if-match");

/** An operation's answers, with its refusals by their names. */
export const withRefusals = (operation: Operation): Operation => ({
  ...operation,
  responses: Object.fromEntries(
    Object.entries(operation.responses)
      .filter(([status]) => canBe(status, operation))
      .map(([status, answer]): [string, AnswerOrRef] => [
        status,
        isRefusal(status) ? { $ref: `#/components/responses/${nameOf(status)}` } : answer,
      ]),
  ),
});

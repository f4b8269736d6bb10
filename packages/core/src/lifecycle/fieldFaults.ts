import { SchemaIssue } from "effect";
import type { FieldFault } from "./Rejection.ts";

/** What is told of a value at most: who sends nonsense needs no more. */
const MOST = 20;

const format = SchemaIssue.makeFormatterStandardSchemaV1();

const sentence = (message: string): string => {
  if (message === "Missing key") return "is missing";
  if (message === "Expected no excess property") return "is not known here";
  return message.replace(/^Expected /, "is to be ");
};

const pathOf = (path: ReadonlyArray<unknown>): string =>
  path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step).slice(0, 100)}`))
    .join("")
    .replace(/^\./, "");

/** The fields at fault, and what is expected there; never what stood there, which may be a secret. */
export const fieldFaults = (part: string, issue: SchemaIssue.Issue): ReadonlyArray<FieldFault> =>
  format(issue)
    .issues.slice(0, MOST)
    .map(({ message, path = [] }) => ({
      field: pathOf(path.map((step) => (typeof step === "object" ? step.key : step))) || part,
      problem: sentence(message),
    }));

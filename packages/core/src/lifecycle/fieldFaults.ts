import { type SchemaAST, SchemaIssue } from "effect";
import { nearest } from "./nearest.ts";
import type { FieldFault } from "./Rejection.ts";

/** What is told of a value at most: who sends nonsense needs no more. */
const MOST = 20;

type Path = ReadonlyArray<PropertyKey>;

/** A place at fault, and what is to be there. */
export interface PlaceFault {
  readonly path: Path;
  readonly problem: string;
}

const format = SchemaIssue.makeFormatterStandardSchemaV1();

const words: ReadonlyMap<string, string> = new Map([
  ["string", "a text"],
  ["number", "a number"],
  ["boolean", "true or false"],
  ["array", "a list"],
  ["object", "an object"],
  ["an integer", "a whole number"],
]);

/** What a Schema expects, as a person says it: the names of types, and `"A" | { readonly "_tag": "B", ... }`. */
const inWords = (expected: string): string =>
  words.get(expected) ??
  expected
    .replaceAll(/\{ readonly ("\w+": "[^"]*"), \.\.\. \}/g, "{$1, …}")
    .replace(/ \| (?!.* \| )/, " or ")
    .replaceAll(" | ", ", ");

const sentence = (message: string): string =>
  message.startsWith("Expected ") ? `is to be ${inWords(message.slice("Expected ".length))}` : message;

/** What the checks of a type say of it, more than the name of the type does: `an e-mail address`, not `string`. */
const checked = ({ checks }: SchemaAST.AST): string | undefined =>
  checks
    ?.map(({ annotations }) => annotations?.expected)
    .find((expected) => expected !== undefined && !words.has(expected));

const unknown = (name: string, ast: SchemaAST.AST): string => {
  if (ast._tag !== "Objects") return "is not known here";
  const [names] = ast.indexSignatures;
  const expected = names === undefined ? undefined : checked(names.parameter);
  if (expected !== undefined) return `is not known here: a name is to be ${expected}`;
  const known = ast.propertySignatures.map((property) => String(property.name));
  const meant = nearest(name, known);
  return meant === undefined
    ? `is not known here, where these are: ${known.join(", ")}`
    : `is not known here: perhaps ${meant} is meant`;
};

/** Every place at fault in a value that a Schema refused, in words. */
export const placeFaults = (issue: SchemaIssue.Issue, path: Path = []): ReadonlyArray<PlaceFault> => {
  const last = path.at(-1);
  switch (issue._tag) {
    case "Pointer":
      return placeFaults(issue.issue, [...path, ...issue.path]);
    case "Encoding":
      return placeFaults(issue.issue, path);
    case "Composite":
      return issue.issues.flatMap((inner) => placeFaults(inner, path));
    case "AnyOf":
      if (issue.issues.length > 0) return issue.issues.flatMap((inner) => placeFaults(inner, path));
      break;
    case "Filter":
      if (issue.issue._tag === "Pointer" || issue.issue._tag === "Composite") {
        return placeFaults(issue.issue, path);
      }
      break;
    case "MissingKey":
      return typeof last === "number"
        ? [{ path: path.slice(0, -1), problem: `is to hold at least ${last + 1}` }]
        : [{ path, problem: "is missing" }];
    case "UnexpectedKey":
      return [{ path, problem: unknown(String(last), issue.ast) }];
    case "InvalidType": {
      const expected = checked(issue.ast);
      if (expected !== undefined) return [{ path, problem: `is to be ${expected}` }];
    }
  }
  return format(issue).issues.map(({ message }) => ({ path, problem: sentence(message) }));
};

/** A path as it is written: `pieces[1].title`. */
export const pathOf = (path: Path): string =>
  path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step).slice(0, 100)}`))
    .join("")
    .replace(/^\./, "");

/** The fields at fault, and what is expected there; never what stood there, which may be a secret. */
export const fieldFaults = (part: string, issue: SchemaIssue.Issue): ReadonlyArray<FieldFault> =>
  placeFaults(issue)
    .slice(0, MOST)
    .map(({ path, problem }) => ({ field: pathOf(path) || part, problem }));

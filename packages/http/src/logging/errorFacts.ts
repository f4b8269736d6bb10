/** An error as a log may hold it. */
export type ErrorFacts = {
  readonly type: string;
  /** Its code, where it has one: never its own words. */
  readonly message: string;
  /** Where it was made: lines of code, innermost first. */
  readonly stack: string;
  readonly cause?: ErrorFacts;
};

const MOST_LINES = 20;
const MOST_CAUSES = 5;
/** A name that somebody has written into the code, and no data. */
const NAME = /^[\w.:/@-]{1,80}$/;

const property = (value: object, name: string): unknown => {
  try {
    return Reflect.get(value, name);
  } catch {
    return undefined;
  }
};

const nameIn = (value: object, ...names: ReadonlyArray<string>): string | undefined =>
  names
    .map((name) => property(value, name))
    .find((one): one is string => typeof one === "string" && NAME.test(one));

const linesOf = (stack: unknown): string =>
  typeof stack === "string"
    ? stack
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => /^at .*(:\d+:\d+\)?|\(native\)|\(<anonymous>\))$/.test(line))
        .slice(0, MOST_LINES)
        .join("\n")
    : "";

/**
 * Names what went wrong and where, and leaves out what it says: a message, a database's detail or a failed check may
 * repeat an address, a token or a statement's parameters.
 */
export const errorFacts = (error: unknown, depth = 0): ErrorFacts => {
  if (typeof error !== "object" || error === null) return { type: typeof error, message: "", stack: "" };
  const code = nameIn(error, "code", "routine");
  const cause = property(error, "cause") ?? property(error, "reason");
  return {
    type: nameIn(error, "_tag", "name") ?? "Error",
    message: code ?? "",
    stack: linesOf(property(error, "stack")),
    ...(typeof cause === "object" && cause !== null && depth < MOST_CAUSES
      ? { cause: errorFacts(cause, depth + 1) }
      : {}),
  };
};

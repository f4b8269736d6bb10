import { parseArgs } from "node:util";

/** What the command was asked for. */
export interface Arguments {
  readonly quick: boolean;
  /** Names of groups; all, if empty. */
  readonly only: ReadonlyArray<string>;
  readonly json: string | undefined;
  /** Writes table and chart into the documentation. */
  readonly docs: boolean;
}

const usage = (groups: ReadonlyArray<string>): string => `npm run bench -- [options]

Measures the engine side by side with what one would write or take instead, and prints a table.

  --quick         smaller tables and shorter rounds: some minutes, not half an hour
  --only GROUP    ${groups.join(", ")}; may be given several times
  --json FILE     writes the figures as rows of JSON
  --docs          writes them into docs/explanation; only with all groups, or with growth alone
  --help          prints this

BENCH_DATABASE_URL names a PostgreSQL server to measure on; without it an embedded one is used.
`;

/** What the command was asked for; a text, if it was asked what it can do. */
export const readArguments = (
  args: ReadonlyArray<string>,
  groups: ReadonlyArray<string>,
): Arguments | string => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      only: { type: "string", multiple: true, default: [] },
      json: { type: "string" },
      docs: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return usage(groups);
  const only = values.only.flatMap((names) => names.split(","));
  const unknown = only.filter((name) => !groups.includes(name));
  if (unknown.length > 0) {
    throw new Error(`there is no group ${unknown.join(", ")}, only ${groups.join(", ")}`);
  }
  if (values.docs && only.length > 0 && only.join() !== "growth") {
    throw new Error("--docs writes a page whole: leave out --only, or give --only growth");
  }
  return { quick: values.quick, only, json: values.json, docs: values.docs };
};

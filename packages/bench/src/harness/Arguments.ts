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

export const readArguments = (args: ReadonlyArray<string>, groups: ReadonlyArray<string>): Arguments => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      only: { type: "string", multiple: true, default: [] },
      json: { type: "string" },
      docs: { type: "boolean", default: false },
    },
  });
  const only = values.only.flatMap((names) => names.split(","));
  const unknown = only.filter((name) => !groups.includes(name));
  if (unknown.length > 0) {
    throw new Error(`there is no group ${unknown.join(", ")}, only ${groups.join(", ")}`);
  }
  return { quick: values.quick, only, json: values.json, docs: values.docs };
};

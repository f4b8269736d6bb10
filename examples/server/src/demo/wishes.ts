import { parseArgs } from "node:util";
import { type EndingName, endings, isEnding } from "./endings/index.ts";

/** What the demo was asked for. */
export type Wishes =
  | { readonly _tag: "Help" }
  | { readonly _tag: "List" }
  | { readonly _tag: "Play"; readonly names: ReadonlyArray<EndingName> }
  | { readonly _tag: "Time"; readonly sales: number; readonly json: boolean }
  | { readonly _tag: "Unknown"; readonly why: string };

export const help = `A whole sale against the running server, told step by step.

  npm run demo                              the sale, from the purchase to the store credit
  npm run demo -- --ending disputeUpheld    another ending; may be given more than once
  npm run demo -- --all                     every ending
  npm run demo -- --time 10                 where the time of one sale goes, of so many; --json for programs
  npm run demo -- --list                    the endings there are
  npm run demo -- --help                    this text

It speaks to the server at BASE_URL, or at http://localhost:4000. If none answers there it starts one
of its own, with an empty shop in a temporary folder, and ends it afterwards. NO_COLOR=1 leaves out
the colours. The exit code is 0 if everything came out as told.
`;

/** The endings, one a line. */
export const listed = (): string =>
  Object.entries(endings)
    .map(([name, { title, rules }]) => `  ${name.padEnd(18)}${title} (${rules})\n`)
    .join("");

/** Reads the command line. */
export const wishesOf = (args: ReadonlyArray<string>): Wishes => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ending: { type: "string", multiple: true },
        all: { type: "boolean" },
        list: { type: "boolean" },
        time: { type: "string" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help === true) return { _tag: "Help" };
    if (values.list === true) return { _tag: "List" };
    if (values.time !== undefined) {
      const sales = Number(values.time);
      return Number.isInteger(sales) && sales > 0
        ? { _tag: "Time", sales, json: values.json }
        : { _tag: "Unknown", why: `--time takes a number of sales, not “${values.time}”.` };
    }
    if (values.all === true) return { _tag: "Play", names: Object.keys(endings).filter(isEnding) };
    const asked = values.ending ?? ["confirmed"];
    const unknown = asked.find((name) => !isEnding(name));
    if (unknown !== undefined) return { _tag: "Unknown", why: `There is no ending “${unknown}”.` };
    return { _tag: "Play", names: asked.filter(isEnding) };
  } catch (cause) {
    return { _tag: "Unknown", why: cause instanceof Error ? cause.message : String(cause) };
  }
};

import { Effect } from "effect";
import { refused, type Stop, unusable } from "../Stop.ts";
import { bytesOf } from "./bytes.ts";
import { csvTable } from "./csvRows.ts";
import { ndjsonTable } from "./ndjsonRows.ts";
import { folded, type OpenTable } from "./Row.ts";

/** The columns of one kind of file. */
export interface Columns {
  readonly needed: ReadonlyArray<string>;
  readonly others: ReadonlyArray<string>;
}

/** What a file of rejects has more than the file it came from. */
const ADDED = ["line", "problem"];

/** Why a file can't be read to its end. */
export const unreadable = (file: string, cause: unknown): Stop => {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code === "ENOENT") return unusable(`There is no file ${file}.`);
  if (code === "Z_BUF_ERROR")
    return refused(`${file} ends in the middle of its gzip: it was not written to its end. Get it again.`);
  return unusable(`${file} can't be read: ${cause instanceof Error ? cause.message : String(cause)}`);
};

const opened = async (file: string): Promise<OpenTable> => {
  const { first, all, close } = await bytesOf(file);
  const begins = first.toString("utf8").trimStart().replace("\uFEFF", "");
  return { ...(begins.startsWith("{") ? ndjsonTable(all) : await csvTable(all)), close };
};

/** Columns that stand in the header twice, or are not there, or are not known. */
const headerFaults = (header: ReadonlyArray<string>, { needed, others }: Columns) => {
  const names = header.map(folded);
  const known = new Set([...needed, ...others, ...ADDED].map(folded));
  return {
    missing: needed.filter((name) => !names.includes(folded(name))),
    twice: header.filter((name, at) => names.indexOf(folded(name)) !== at),
    unknown: header.filter((name) => !known.has(folded(name))),
  };
};

/** Opens a file of CSV or NDJSON, whichever it is, and says which of its columns are passed over. */
export const tableIn = Effect.fnUntraced(function* (file: string, columns: Columns) {
  const table = yield* Effect.acquireRelease(
    Effect.tryPromise({ try: () => opened(file), catch: (cause) => unreadable(file, cause) }),
    ({ close }) => Effect.sync(close),
  );
  if (table.header === undefined) return { table, unknown: [] };
  const { missing, twice, unknown } = headerFaults(table.header, columns);
  const all = [...columns.needed, ...columns.others].join(",");
  if (missing.length > 0) {
    return yield* unusable(
      `The header of ${file} lacks ${missing.join(", ")}. A header names the columns, separated by commas: ${all}`,
    );
  }
  if (twice.length > 0) return yield* unusable(`The header of ${file} names ${twice.join(", ")} twice.`);
  return { table, unknown };
});

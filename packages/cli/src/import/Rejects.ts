import { type FileHandle, open, rm } from "node:fs/promises";
import { Effect } from "effect";
import { unusable } from "../Stop.ts";
import type { Fault, Row, Table } from "./Row.ts";

/** A row that was left out, and why. */
export interface Rejected {
  readonly row: Row;
  readonly fault: Fault;
}

/** Keeps rows that were left out. */
export type Keep = (rejected: ReadonlyArray<Rejected>) => Effect.Effect<void>;

const cell = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const csvLine = (cells: ReadonlyArray<string>): string => `${cells.map(cell).join(",")}\n`;

const lineOf = (header: Table["header"], { row, fault }: Rejected): string => {
  const problem = `${fault.field} ${fault.problem}`;
  if (header === undefined) {
    const kept = typeof row.source === "string" ? { text: row.source } : row.source;
    return `${JSON.stringify({ ...kept, line: row.line, problem })}\n`;
  }
  const cells = Array.isArray(row.source) ? row.source : [];
  const padded = Array.from({ length: Math.max(header.length, cells.length) }, (_, at) => cells[at] ?? "");
  return csvLine([...padded, `${row.line}`, problem]);
};

const opening = (path: string) =>
  Effect.tryPromise({
    try: () => open(path, "wx"),
    catch: (cause) => {
      const isThere = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
      return unusable(
        isThere
          ? `${path} is there already: name a file for the rejects that is not.`
          : `${path} can't be written: ${String(cause)}`,
      );
    },
  });

/**
 * A file for rows that are left out, in the form of the file they came from and with two columns more, `line` and `problem`:
 * put right, it can be imported as it is. It is gone again if nothing was left out.
 */
export const rejectsFile = Effect.fnUntraced(function* (path: string, { header }: Table) {
  let isEmpty = true;
  const file: FileHandle = yield* Effect.acquireRelease(opening(path), (opened) =>
    Effect.promise(async () => {
      await opened.close();
      if (isEmpty) await rm(path);
    }),
  );
  const keep: Keep = (rejected) =>
    Effect.promise(async () => {
      if (rejected.length === 0) return;
      const top = isEmpty && header !== undefined ? csvLine([...header, "line", "problem"]) : "";
      isEmpty = false;
      await file.appendFile(top + rejected.map((one) => lineOf(header, one)).join(""));
    });
  return keep;
});

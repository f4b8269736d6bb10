import { Console, Effect } from "effect";
import { Json } from "../globals.ts";

/** Masks means of payment wherever they stand: not even an operator reads a token. */
const mask = (key: string, value: unknown): unknown => {
  if (key === "token") return "[kept]";
  return value instanceof Map ? Object.fromEntries(value) : value;
};

/** One value a line, as programs read it; what is not there is null. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value, (key, part) => (part === undefined ? null : mask(key, part)));

/** Says something to people, or the value of it to programs. */
export const say = Effect.fnUntraced(function* (value: unknown, text: string) {
  yield* Console.log((yield* Json) ? jsonLine(value) : text);
});

/** A moment as operators compare it with their logs. */
export const when = (at: number): string =>
  new Date(at).toISOString().replace("T", " ").replace(".000Z", "Z");

/** Rows under one another. The last column is as long as it is. */
export const columns = (rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};

/** `1 task`, `2 tasks`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;

import { readFileSync } from "node:fs";
import { Program } from "@resale/core";
import { Effect, Result, Schema } from "effect";
import { unusable } from "../Stop.ts";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a file says in place of what a Program says; lists are replaced as a whole. */
const merged = (base: unknown, over: unknown): unknown => {
  if (!isRecord(base) || !isRecord(over)) return over;
  return {
    ...base,
    ...Object.fromEntries(Object.entries(over).map(([key, value]) => [key, merged(base[key], value)])),
  };
};

const wordsOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).replace(/\s*\n\s*/g, " ");

/** Makes of a Program the one that a file tells of. */
export type Over = (base: Program) => Result.Result<Program, string>;

/** What a file says of a Program: a whole one, or only the fields that differ from the one it is laid over. */
export const readOver = Effect.fnUntraced(function* (file: string, base: Program) {
  const text = yield* Effect.try({
    try: () => readFileSync(file, "utf8"),
    catch: (cause) => unusable(`--program ${file} can't be read: ${wordsOf(cause)}`),
  });
  const over: unknown = yield* Effect.try({
    try: () => JSON.parse(text),
    catch: (cause) => unusable(`--program ${file} is not JSON: ${wordsOf(cause)}`),
  });
  const fields = isRecord(over) ? Object.keys(over) : [];
  const strange = fields.filter((field) => !(field in base));
  if (!isRecord(over) || strange.length > 0) {
    return yield* unusable(
      `--program ${file} does not hold fields of a Program${strange.length > 0 ? `: ${strange.join(", ")} is none` : ""}. They are named in docs/reference/program.md.`,
    );
  }
  const laidOver: Over = (under) =>
    Result.mapError(
      Schema.decodeUnknownResult(Program)(merged(under, over)),
      (error) => `--program ${file} is not a Program over ${under.version}: ${wordsOf(error)}`,
    );
  return laidOver;
});

/** The Program that a file tells of, laid over the one it is held against. */
export const otherProgram = Effect.fnUntraced(function* (file: string, base: Program) {
  const laidOver = yield* readOver(file, base);
  return yield* Effect.mapError(Effect.fromResult(laidOver(base)), unusable);
});

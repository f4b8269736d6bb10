import { readFileSync } from "node:fs";
import { type Program, ProgramRefused, readProgram } from "@resale/core";
import { Effect, Result } from "effect";
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

const NAMED = "Its fields are named in docs/reference/program.md.";

const faultsIn = (error: unknown): string =>
  error instanceof ProgramRefused
    ? error.faults.map(({ field, problem }) => `${field} ${problem}`).join("; ")
    : wordsOf(error);

/** Makes of a Program the one that a file tells of. */
export type Over = (base: Program) => Result.Result<Program, string>;

/** What a file says of a Program: a whole one, or only the fields that differ from the one it is laid over. */
export const readOver = Effect.fnUntraced(function* (file: string) {
  const text = yield* Effect.try({
    try: () => readFileSync(file, "utf8"),
    catch: (cause) => unusable(`--program ${file} can't be read: ${wordsOf(cause)}`),
  });
  const over: unknown = yield* Effect.try({
    try: () => JSON.parse(text),
    catch: (cause) => unusable(`--program ${file} is not JSON: ${wordsOf(cause)}`),
  });
  if (!isRecord(over)) {
    return yield* unusable(`--program ${file} does not hold fields of a Program. ${NAMED}`);
  }
  const laidOver: Over = (under) =>
    Result.try({
      try: () => readProgram(merged(under, over)),
      catch: (error) =>
        `--program ${file} is not a Program over ${under.version}: ${faultsIn(error)}. ${NAMED}`,
    });
  return laidOver;
});

/** The Program that a file tells of, laid over the one it is held against. */
export const otherProgram = Effect.fnUntraced(function* (file: string, base: Program) {
  const laidOver = yield* readOver(file);
  return yield* Effect.mapError(Effect.fromResult(laidOver(base)), unusable);
});

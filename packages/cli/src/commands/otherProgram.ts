import { readFileSync } from "node:fs";
import { Program } from "@resale/core";
import { Effect, Schema } from "effect";
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

/** The Program of a file: a whole one, or only the fields that differ from the one it is held against. */
export const otherProgram = Effect.fnUntraced(function* (file: string, base: Program) {
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
  return yield* Schema.decodeUnknownEffect(Program)(merged(base, over)).pipe(
    Effect.mapError((error) => unusable(`--program ${file} is not a Program: ${wordsOf(error)}`)),
  );
});

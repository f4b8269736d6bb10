import { Formatter, Result, Schema } from "effect";
import { pathOf, placeFaults } from "../lifecycle/fieldFaults.ts";
import { FieldFault } from "../lifecycle/Rejection.ts";
import { faultsOf } from "./faults.ts";
import type { Program } from "./Program.ts";
import { ProgramFields } from "./ProgramFields.ts";

/** So many faults are told in a message; all of them are in `faults`. */
const TOLD = 20;
/** So much of what was found is shown. */
const SHOWN = 100;

/** What was given is no Program: every field at fault, by its path, what is to be there, and what was found. */
export class ProgramRefused extends Schema.TaggedError<ProgramRefused>()("ProgramRefused", {
  /** What names the Program, if it says so. */
  version: Schema.NullOr(Schema.String),
  faults: Schema.NonEmptyArray(FieldFault),
}) {
  override get message(): string {
    const which = this.version === null ? "The Program" : `The Program ${this.version}`;
    const told = this.faults.slice(0, TOLD).map(({ field, problem }) => `  ${field} ${problem}`);
    const more = this.faults.length - told.length;
    return [`${which} can't be used:`, ...told, ...(more > 0 ? [`  and ${more} more`] : [])].join("\n");
  }
}

const at = (value: unknown, path: ReadonlyArray<PropertyKey>): unknown =>
  path.reduce<unknown>((place, step) => Reflect.get(Object(place), step), value);

const isThere = (value: unknown, path: ReadonlyArray<PropertyKey>): boolean => {
  const last = path.at(-1);
  return last === undefined || Object.hasOwn(Object(at(value, path.slice(0, -1))), last);
};

const shown = (value: unknown): string => {
  const text = Formatter.format(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
};

const faultOf = (
  said: unknown,
  { path, problem }: { readonly path: ReadonlyArray<PropertyKey>; readonly problem: string },
): FieldFault => {
  const isTold = problem.startsWith("is to ") && isThere(said, path);
  const found = isTold ? `; found ${shown(at(said, path))}` : "";
  return { field: pathOf(path) || "it", problem: `${problem}${found}` };
};

const strictly = Schema.decodeUnknownResult(ProgramFields, { errors: "all", onExcessProperty: "error" });
const loosely = Schema.decodeUnknownResult(ProgramFields);

/**
 * Reads a Program from JSON, or from a value that a shop has made. It throws a {@link ProgramRefused} that names all that is
 * wrong: fields that are no Program's, fields that are missing or hold something else, and what contradicts itself, as far as
 * the fields can be read.
 */
export const readProgram = (said: unknown): Program => {
  const read = strictly(said);
  const taken = Result.isSuccess(read) ? read : loosely(said);
  const faults = [
    ...(Result.isFailure(read) ? placeFaults(read.failure.issue) : []),
    ...(Result.isSuccess(taken)
      ? faultsOf(taken.success).map(({ path, issue }) => ({ path, problem: issue }))
      : []),
  ].map((fault) => faultOf(said, fault));
  const [first, ...others] = faults;
  if (first !== undefined) {
    const version = at(said, ["version"]);
    throw new ProgramRefused({
      version: typeof version === "string" ? version : null,
      faults: [first, ...others],
    });
  }
  return Result.getOrThrow(read);
};

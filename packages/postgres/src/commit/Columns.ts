import { PgTypes } from "@effect/sql-pg";
import { Result } from "effect";

type ColumnType = "int4" | "int8" | "text" | "bool";

/** The columns of one of the arrays that a write is made of, by name and type. */
export type Shape = { readonly [Name in string]: ColumnType };

type ValueOf<Type extends ColumnType> = Type extends "text"
  ? string | null
  : Type extends "bool"
    ? boolean | null
    : number | null;

export type RowOf<S extends Shape> = { readonly [Name in keyof S]: ValueOf<S[Name]> };

/** Rows on their way to the database, column by column: one array parameter each. */
export interface Columns<S extends Shape> {
  readonly shape: S;
  readonly add: (row: RowOf<S>) => void;
  readonly isEmpty: () => boolean;
  readonly parameters: () => ReadonlyArray<PgTypes.Parameter>;
}

const parameter = (type: ColumnType, values: ReadonlyArray<unknown>): PgTypes.Parameter =>
  Result.getOrThrow(PgTypes.array(values, PgTypes.OID[type]));

export const makeColumns = <const S extends Shape>(shape: S): Columns<S> => {
  const names = Object.keys(shape);
  const columns = names.map((): Array<unknown> => []);
  return {
    shape,
    add: (row) => {
      for (const [at, name] of names.entries()) {
        const value = row[name];
        columns[at]?.push(shape[name] === "int8" && typeof value === "number" ? BigInt(value) : value);
      }
    },
    isEmpty: () => (columns[0]?.length ?? 0) === 0,
    parameters: () => names.map((name, at) => parameter(shape[name] ?? "text", columns[at] ?? [])),
  };
};

const ARRAYS = { int4: "int[]", int8: "bigint[]", text: "text[]", bool: "boolean[]" } as const;

/** The columns as a table: `unnest($4::int[], …) as name (no, …)`; parameters are numbered on from `first`. */
export const unnested = (name: string, shape: Shape, first: number): string => {
  const arrays = Object.values(shape).map((type, at) => `$${first + at}::${ARRAYS[type]}`);
  return `unnest(${arrays.join(", ")}) as ${name} (${Object.keys(shape).join(", ")})`;
};

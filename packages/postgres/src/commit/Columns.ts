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

/** How many rows a table of parameters has: one row needs no arrays, and PostgreSQL starts sooner without them. */
export type Rows = "one" | "many";

/** Rows on their way to the database, column by column: one parameter each, an array unless the row is alone. */
export interface Columns<S extends Shape> {
  readonly shape: S;
  readonly add: (row: RowOf<S>) => void;
  readonly rows: () => Rows | "none";
  readonly parameters: () => ReadonlyArray<PgTypes.Parameter>;
}

const parameter = (type: ColumnType, values: ReadonlyArray<unknown>): PgTypes.Parameter =>
  values.length === 1
    ? (PgTypes[type] as (value: unknown) => PgTypes.Parameter)(values[0])
    : Result.getOrThrow(PgTypes.array(values, PgTypes.OID[type]));

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
    rows: () => {
      const count = columns[0]?.length ?? 0;
      return count === 0 ? "none" : count === 1 ? "one" : "many";
    },
    parameters: () => names.map((name, at) => parameter(shape[name] ?? "text", columns[at] ?? [])),
  };
};

const TYPES = { int4: "int", int8: "bigint", text: "text", bool: "boolean" } as const;

/** The columns as a table: `unnest($4::int[], …) as name (no, …)`, for one row `(values ($4::int, …)) as …`. */
export const tableOf = (name: string, shape: Shape, first: number, rows: Rows): string => {
  const arrays = rows === "many" ? "[]" : "";
  const columns = Object.values(shape).map((type, at) => `$${first + at}::${TYPES[type]}${arrays}`);
  const table = rows === "many" ? `unnest(${columns.join(", ")})` : `(values (${columns.join(", ")}))`;
  return `${table} as ${name} (${Object.keys(shape).join(", ")})`;
};

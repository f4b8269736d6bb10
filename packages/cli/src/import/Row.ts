/** What is wrong with a row: the field, and what to do about it. */
export interface Fault {
  readonly field: string;
  readonly problem: string;
}

/** A row of a file as it stands there, before anybody has said what it means. */
export interface Row {
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  /** What stands in it, by the names of the fields, without what is empty. */
  readonly fields: ReadonlyMap<string, string>;
  /** The row as it was, for the file of rejects. */
  readonly source: Source;
  /** It could not even be read as a row. */
  readonly fault?: Fault;
}

/** The cells of a line of CSV, the members of an object, or text that is neither. */
export type Source = ReadonlyArray<string> | Readonly<Record<string, unknown>> | string;

/** A file of rows. */
export interface Table {
  readonly format: "csv" | "ndjson";
  /** The columns as the file names them; nothing, where every row names its own. */
  readonly header: ReadonlyArray<string> | undefined;
  readonly rows: AsyncIterable<ReadonlyArray<Row>>;
}

/** A file of rows, and how to let go of it before its end. */
export interface OpenTable extends Table {
  readonly close: () => void;
}

/** How many rows are taken at a time: one statement writes them. */
export const BATCH = 1_000;

/** Characters that one row may have: an unclosed quote must not swallow a file. */
export const LONGEST = 65_536;

/** `display_name`, `Display Name` and `displayName` are one field. */
export const folded = (name: string): string => name.replace(/[\s_-]/g, "").toLowerCase();

import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type CsvError, type Info, parse } from "csv-parse";
import { BATCH, folded, LONGEST, type Row, type Table } from "./Row.ts";

interface Parsed {
  readonly record: ReadonlyArray<string>;
  readonly info: Info;
}

const wrong = ({ code }: CsvError): string =>
  code === "CSV_MAX_RECORD_SIZE"
    ? `is longer than ${LONGEST} characters: a quote is not closed, most likely`
    : "is not CSV: a quote stands where none may be. Put the field in quotes, and double those within";

/** Where a row begins, if it ends on that line: quoted cells may hold line breaks. */
const beginOf = (end: number, record: ReadonlyArray<string>): number =>
  record.reduce((line, cell) => line - (cell.includes("\n") ? cell.split("\n").length - 1 : 0), end);

const rowOf = (header: ReadonlyArray<string>, { record, info }: Parsed): Row => {
  const fields = new Map<string, string>();
  const row = { line: beginOf(info.lines, record), fields, source: record };
  if (record.length !== header.length) {
    const problem = `has ${record.length} fields where the header names ${header.length}: a comma is missing, or wants quotes`;
    return { ...row, fault: { field: "row", problem } };
  }
  for (const [at, cell] of record.entries()) {
    const text = cell.trim();
    if (text !== "") fields.set(header[at] ?? "", text);
  }
  return row;
};

/** Reads CSV with a header, as it comes; what can't be read is a row with its fault. */
export const csvTable = async (bytes: AsyncIterable<Buffer>): Promise<Table> => {
  const skipped: Array<Row> = [];
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error === undefined) return;
      const line = Number(error["lines"] ?? 0);
      skipped.push({ line, fields: new Map(), source: [], fault: { field: "row", problem: wrong(error) } });
    },
  });
  pipeline(Readable.from(bytes, { objectMode: false }), parser).catch(() => undefined);
  const parsed: AsyncIterator<Parsed> = parser[Symbol.asyncIterator]();
  const { value, done } = await parsed.next();
  const header: ReadonlyArray<string> | undefined =
    done === true ? [] : (value as Parsed).record.map((name) => name.trim());
  const names = header.map(folded);
  const rows = async function* (): AsyncIterable<ReadonlyArray<Row>> {
    let batch: Array<Row> = [];
    for (let next = await parsed.next(); next.done !== true; next = await parsed.next()) {
      batch.push(...skipped.splice(0), rowOf(names, next.value));
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    yield [...batch, ...skipped.splice(0)];
  };
  return { format: "csv", header, rows: rows() };
};

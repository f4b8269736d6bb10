import { BATCH, type Fault, folded, LONGEST, type Row, type Table } from "./Row.ts";

const NEWLINE = 0x0a;

/** The lines of a stream, one longer than a row may be cut to that length and one more. */
const linesOf = async function* (bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let isCut = false;
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      const end = chunk.subarray(from, at);
      yield isCut || rest.length === 0 ? (isCut ? rest : end) : Buffer.concat([rest, end]);
      rest = Buffer.alloc(0);
      isCut = false;
      from = at + 1;
    }
    if (!isCut) rest = Buffer.concat([rest, chunk.subarray(from)]);
    if (rest.length > LONGEST) {
      isCut = true;
      rest = rest.subarray(0, LONGEST + 1);
    }
  }
  if (rest.length > 0) yield rest;
};

const names = new Map<string, string>();
const fieldOf = (name: string): string => {
  const known = names.get(name) ?? folded(name);
  if (names.size < 1_000) names.set(name, known);
  return known;
};

const faulty = (line: number, source: Row["source"], field: string, problem: string): Row => {
  const fault: Fault = { field, problem };
  return { line, fields: new Map(), source, fault };
};

const rowOf = (line: number, bytes: Buffer): Row | undefined => {
  const text = bytes.toString("utf8").trim();
  if (text === "") return undefined;
  if (bytes.length > LONGEST) {
    return faulty(line, text.slice(0, 200), "row", `is longer than ${LONGEST} bytes`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return faulty(line, text, "row", "is not JSON: one object a line, without line breaks in it");
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return faulty(line, text, "row", 'is not an object such as {"id": "…"}');
  }
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(json)) {
    if (value === null || value === "") continue;
    if (typeof value === "object") {
      return faulty(line, { ...json }, name, "holds a list or an object: every field is a text or a number");
    }
    fields.set(fieldOf(name), String(value).trim());
  }
  return { line, fields, source: { ...json } };
};

/** Reads one JSON object a line, as it comes; what can't be read is a row with its fault. */
export const ndjsonTable = (bytes: AsyncIterable<Buffer>): Table => {
  const rows = async function* (): AsyncIterable<ReadonlyArray<Row>> {
    let batch: Array<Row> = [];
    let line = 0;
    for await (const text of linesOf(bytes)) {
      const row = rowOf(++line, text);
      if (row !== undefined) batch.push(row);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  };
  return { format: "ndjson", header: undefined, rows: rows() };
};

import { ProviderUnavailable } from "@resale/core";
import type { Taken } from "@resale/postgres";
import { Console, Effect, Option, Result, Schedule, Stream } from "effect";
import { Json } from "../globals.ts";
import { refused, Stop, unusable } from "../Stop.ts";
import { counted, jsonLine, say } from "../told/print.ts";
import { progress } from "../told/progress.ts";
import { type Keep, type Rejected, rejectsFile } from "./Rejects.ts";
import type { Fault, Row } from "./Row.ts";
import { fault } from "./reading.ts";
import { Seen } from "./Seen.ts";
import { type Columns, tableIn, unreadable } from "./tableIn.ts";

/** What one kind of file holds, and what becomes of it. */
export interface Importing<A> {
  /** What a row is called, and many of them. */
  readonly one: string;
  readonly many: string;
  readonly columns: Columns;
  readonly read: (row: Row) => Result.Result<A, Fault>;
  /** Two rows of one key say something of the same thing. */
  readonly keyOf: (value: A) => string;
  /** Writes a batch by one statement: all that is taken of it, or nothing. `isDry`: only looks what would be changed. */
  readonly write: (
    values: ReadonlyArray<A>,
    isDry: boolean,
  ) => Effect.Effect<Taken & { readonly refused: ReadonlyArray<readonly [A, Fault]> }, ProviderUnavailable>;
}

/** How an operator wants it. */
export interface Wishes {
  readonly file: string;
  readonly isDry: boolean;
  readonly rejects: Option.Option<string>;
  readonly progress: boolean;
}

/** Rows that people are told of one by one; a program is told of all. */
const TOLD = 50;

interface Batch<A> {
  readonly rows: number;
  readonly lastLine: number;
  readonly repeated: number;
  readonly values: ReadonlyArray<{ readonly row: Row; readonly value: A }>;
  readonly rejected: ReadonlyArray<Rejected>;
}

/** What the rows of a batch say, without those that have been said before. */
const sorted = <A>(rows: ReadonlyArray<Row>, seen: Seen, { read, keyOf }: Importing<A>): Batch<A> => {
  const values: Array<{ readonly row: Row; readonly value: A }> = [];
  const rejected: Array<Rejected> = [];
  let repeated = 0;
  for (const row of rows) {
    const broken = [...row.fields].find(([, value]) => value.includes("\uFFFD"));
    const found =
      row.fault === undefined
        ? broken === undefined
          ? read(row)
          : Result.fail(fault(broken[0], "holds what is not UTF-8: export the file as UTF-8"))
        : Result.fail(row.fault);
    if (Result.isFailure(found)) {
      rejected.push({ row, fault: found.failure });
      continue;
    }
    const before = seen.see(keyOf(found.success), JSON.stringify(found.success), row.line);
    if (before === undefined) values.push({ row, value: found.success });
    else if (before.isSame) repeated++;
    else {
      const problem = `stands on line ${before.line} already, and says otherwise there: make one row of the two`;
      rejected.push({ row, fault: fault("id", problem) });
    }
  }
  return { rows: rows.length, lastLine: rows.at(-1)?.line ?? 0, repeated, values, rejected };
};

const tellRejected = Effect.fnUntraced(function* (rejected: ReadonlyArray<Rejected>, before: number) {
  const isJson = yield* Json;
  for (const [at, { row, fault: why }] of rejected.entries()) {
    if (isJson) yield* Console.log(jsonLine({ _tag: "Rejected", line: row.line, ...why }));
    else if (before + at < TOLD) yield* Console.log(`line ${row.line}: ${why.field} ${why.problem}`);
    else if (before + at === TOLD) yield* Console.log("… more are left out: --rejects FILE keeps them all");
  }
});

/** Imports a file, a batch at a time: what is told as done is written, and what was not is named with its line. */
export const runImport = Effect.fnUntraced(function* <A>(importing: Importing<A>, wishes: Wishes) {
  const { table, unknown } = yield* tableIn(wishes.file, importing.columns);
  if (unknown.length > 0) {
    yield* Console.error(`Passed over, since nobody asks for them: the columns ${unknown.join(", ")}.`);
  }
  const keep: Keep = Option.isSome(wishes.rejects)
    ? yield* rejectsFile(wishes.rejects.value, table)
    : () => Effect.void;
  const tell = yield* progress(wishes.progress);
  const began = performance.now();
  const seen = new Seen();
  const done = { rows: 0, added: 0, changed: 0, unchanged: 0, repeated: 0, rejected: 0 };
  let lastLine = 0;
  const soFar = (): string =>
    `What was read up to line ${lastLine} is in; give the same file again for the rest.`;

  const write = Effect.fnUntraced(function* (batch: Batch<A>) {
    const written = yield* importing
      .write(
        batch.values.map(({ value }) => value),
        wishes.isDry,
      )
      .pipe(
        // A batch that was written already is written again without harm.
        Effect.retry({ schedule: Schedule.exponential("250 millis"), times: 4 }),
      );
    const rows = new Map(batch.values.map(({ row, value }) => [value, row]));
    const late = written.refused.flatMap(([value, why]) => {
      const row = rows.get(value);
      return row === undefined ? [] : [{ row, fault: why }];
    });
    const rejected = [...batch.rejected, ...late].sort((one, other) => one.row.line - other.row.line);
    return { ...batch, ...written, rejected };
  });

  yield* Stream.fromAsyncIterable(table.rows, (cause) => unreadable(wishes.file, cause)).pipe(
    Stream.map((rows) => sorted(rows, seen, importing)),
    Stream.mapEffect(write, { concurrency: 2 }),
    Stream.runForEach(({ rows, lastLine: line, added, changed, unchanged, repeated, rejected }) =>
      Effect.gen(function* () {
        yield* keep(rejected);
        yield* tellRejected(rejected, done.rejected);
        done.rows += rows;
        done.added += added;
        done.changed += changed;
        done.unchanged += unchanged;
        done.repeated += repeated;
        done.rejected += rejected.length;
        lastLine = Math.max(lastLine, line);
        const rate = Math.round((done.rows / (performance.now() - began)) * 1000);
        yield* tell(
          () =>
            `${counted(done.rows, "row")}: ${done.added} new, ${done.changed} changed, ${done.rejected} left out; ${rate} a second`,
        );
      }),
    ),
    Effect.mapError((error) =>
      error instanceof ProviderUnavailable
        ? unusable(`The database does not answer: ${error.reason}. ${soFar()}`)
        : new Stop({ code: error.code, message: `${error.message} ${soFar()}` }),
    ),
    Effect.onInterrupt(() => Console.error(`Interrupted. ${soFar()}`)),
  );
  const seconds = (performance.now() - began) / 1000;
  const { one, many } = importing;
  yield* say(
    { _tag: "Imported", what: many, ...done, dryRun: wishes.isDry, seconds },
    [
      `${counted(done.rows, "row")} in ${seconds.toFixed(1)} s${wishes.isDry ? ", nothing written" : ""}:`,
      `${counted(done.added, `new ${one}`, `new ${many}`)}, ${done.changed} changed, ${done.unchanged} as before,`,
      `${done.repeated} said twice, ${done.rejected} left out.`,
    ].join(" "),
  );
  if (done.rejected > 0) {
    return yield* refused(
      `${counted(done.rejected, "row")} left out, named above. Put right, they can be imported by themselves.`,
    );
  }
});

import { Effect, Redacted } from "effect";
import { EmbeddedPostgres } from "../src/embedded/index.ts";

// A program as a shop would write it: argv is the data folder and how it takes signals.
const [dataDir = "", manner] = process.argv.slice(2);

const report = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

const program = Effect.gen(function* () {
  const began = performance.now();
  const database = yield* EmbeddedPostgres.make({ dataDir });
  report({ url: Redacted.value(database.url), pid: yield* database.pid, took: performance.now() - began });
  return yield* database.lost;
}).pipe(
  Effect.scoped,
  Effect.catch((error) => Effect.sync(() => report({ ...error, error: error._tag, message: error.message }))),
);

const fiber = Effect.runFork(program);
if (manner === "handles-signals") {
  const end = () => fiber.interruptUnsafe();
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}

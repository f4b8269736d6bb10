import { Fiber, ManagedRuntime, Option } from "effect";
import { DrawnPhotos } from "./artwork/DrawnPhotos.ts";
import { workers } from "./start.ts";
import { engine } from "./wiring/engine.ts";
import { Settings } from "./wiring/Settings.ts";

// One more process for timers and tasks, beside a server on the same database: DATABASE_URL names it.
const runtime = ManagedRuntime.make(engine(new DrawnPhotos()));
const { databaseUrl } = await runtime.runPromise(Settings);
if (Option.isNone(databaseUrl)) {
  process.stderr.write("Set DATABASE_URL: the embedded database belongs to the server's own process.\n");
  process.exit(1);
}
const fiber = runtime.runFork(workers());
process.stdout.write("A worker is at work.\n");
const end = (): void => {
  // What it has taken and not done is free for others before it ends.
  runtime
    .runPromise(Fiber.interrupt(fiber))
    .then(() => runtime.dispose())
    .finally(() => process.exit(0));
};
process.once("SIGINT", end);
process.once("SIGTERM", end);

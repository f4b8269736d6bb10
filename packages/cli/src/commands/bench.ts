import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, parse } from "node:path";
import { Console, Effect, Option } from "effect";
import { Command, Flag } from "effect/cli";
import { Json } from "../globals.ts";
import { refused, unusable } from "../Stop.ts";

const MAIN = join("packages", "bench", "src", "main.ts");

/** The benchmarks of the workspace that a folder is part of. */
const findBench = (folder: string): string | undefined => {
  const main = join(folder, MAIN);
  if (existsSync(main)) return main;
  return folder === parse(folder).root ? undefined : findBench(dirname(folder));
};

/** What the benchmarks say goes where they say it; as JSON, only their figures go to standard output. */
const run = (main: string, given: ReadonlyArray<string>, isJson: boolean) =>
  Effect.callback<number>((resume) => {
    const child = spawn(process.execPath, [main, ...given], {
      stdio: ["ignore", isJson ? 2 : "inherit", "inherit"],
    });
    child.once("error", () => resume(Effect.succeed(1)));
    child.once("exit", (code) => resume(Effect.succeed(code ?? 1)));
    return Effect.sync(() => void child.kill("SIGTERM"));
  });

const measure = Effect.fnUntraced(function* (quick: boolean, only: Option.Option<string>) {
  const main = findBench(process.cwd()) ?? findBench(import.meta.dirname);
  if (main === undefined) {
    return yield* unusable(
      "The benchmarks are not part of the published package: they are in the sources of Resale. There: npm run bench -- --quick",
    );
  }
  const isJson = yield* Json;
  const folder = yield* Effect.acquireRelease(
    Effect.sync(() => mkdtempSync(join(tmpdir(), "resale-bench-"))),
    (made) => Effect.sync(() => rmSync(made, { recursive: true, force: true })),
  );
  const file = join(folder, "figures.json");
  const given = [
    ...(quick ? ["--quick"] : []),
    ...Option.match(only, { onNone: () => [], onSome: (groups) => ["--only", groups] }),
    ...(isJson ? ["--json", file] : []),
  ];
  const code = yield* run(main, given, isJson);
  if (code === 2) return yield* unusable("The benchmarks do not take that; why stands above.");
  if (code !== 0) return yield* refused(`The benchmarks ended with ${code}; why stands above.`);
  if (isJson) yield* Console.log(JSON.stringify(JSON.parse(readFileSync(file, "utf8"))));
});

/** `resale bench` */
export const bench = Command.make(
  "bench",
  {
    quick: Flag.Boolean("quick").pipe(
      Flag.withDescription("Minutes instead of an hour; figures to within some ten per cent"),
      Flag.withDefault(false),
    ),
    only: Flag.String("only").pipe(
      Flag.withDescription("Some groups alone, as decisions,commits,timers"),
      Flag.withMetavar("GROUPS"),
      Flag.optional,
    ),
  },
  ({ quick, only }) => Effect.scoped(measure(quick, only)),
).pipe(
  Command.withDescription(
    "Measure the engine beside what one would write or take instead, on databases of its own. Part of the sources, not of the published package.",
  ),
  Command.withShortDescription("Measure the engine on this machine"),
  Command.withExamples([{ command: "resale bench --quick --only decisions,commits" }]),
);

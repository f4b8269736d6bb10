import { layer as childProcesses } from "@effect/platform-node-shared/NodeChildProcessSpawner";
import { layer as files } from "@effect/platform-node-shared/NodeFileSystem";
import { layer as paths } from "@effect/platform-node-shared/NodePath";
import { layer as stdio } from "@effect/platform-node-shared/NodeStdio";
import { layer as terminal } from "@effect/platform-node-shared/NodeTerminal";
import type { Programs } from "@resale/core";
import { Effect, Fiber, Layer } from "effect";
import { run } from "./run.ts";

/** What Effect's command line asks of Node. */
export const node = childProcesses.pipe(Layer.provideMerge(Layer.mergeAll(files, paths, stdio, terminal)));

/**
 * Runs the command as the whole of this process, for a shop's own Programs: those in force, and all under which something
 * was ever sold. Ctrl-C ends it in order: the embedded database is closed.
 */
export const runProcess = (programs: Layer.Layer<Programs>): void => {
  // Whoever reads only the first lines (`| head`) has seen enough.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  const fiber = Effect.runFork(run(process.argv.slice(2)).pipe(Effect.provide(Layer.merge(programs, node))));
  const end = (): void => void Effect.runFork(Fiber.interrupt(fiber));
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  fiber.addObserver((exit) => {
    process.exitCode = exit._tag === "Success" ? exit.value : 130;
    process.off("SIGINT", end);
    process.off("SIGTERM", end);
  });
};

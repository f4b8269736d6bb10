import { Programs, preLoved } from "@resale/core";
import { Effect, Layer } from "effect";
import { CliOutput, Command, type HelpDoc } from "effect/cli";
import { resale } from "./resale.ts";
import { node } from "./runProcess.ts";
import { version } from "./version.ts";

/** What `--help` shows of one command, as data. */
const helpOf = (path: ReadonlyArray<string>): Effect.Effect<HelpDoc.HelpDoc> =>
  Effect.gen(function* () {
    let shown: HelpDoc.HelpDoc | undefined;
    const present: CliOutput.Presenter["present"] = (event) =>
      Effect.sync(() => {
        if (event._tag === "Help") shown = event.helpDoc;
      });
    yield* Command.runWith(resale, { version })([...path, "--help"]).pipe(
      Effect.provideService(CliOutput.Presenter, { present }),
      Effect.provide(Layer.merge(node, Programs.layer(preLoved))),
      Effect.orDie,
    );
    return shown ?? (yield* Effect.die(new Error(`no help for ${path.join(" ")}`)));
  });

/** What `--help` shows of every command, the whole one first: for the reference that is made from it. */
export const reference = (path: ReadonlyArray<string> = []): Effect.Effect<ReadonlyArray<HelpDoc.HelpDoc>> =>
  Effect.gen(function* () {
    const own = yield* helpOf(path);
    const names = (own.subcommands ?? []).flatMap(({ commands }) => commands.map(({ name }) => name));
    const below = yield* Effect.forEach(names, (name) => reference([...path, name]));
    return [own, ...below.flat()];
  });

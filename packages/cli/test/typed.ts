import { node, run, Screen } from "@resale/cli";
import { Programs, preLoved } from "@resale/core";
import { ConfigProvider, Console, Effect, Layer } from "effect";

/** What an operator has got for what was typed. */
export interface Typed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Each line of the answer, as a program reads it. */
  readonly json: () => ReadonlyArray<never>;
}

/** Types a command, in this process: nothing is taken from the environment but what is given. */
export const type = (
  args: ReadonlyArray<string>,
  given: { readonly env?: Readonly<Record<string, string>>; readonly isTerminal?: boolean } = {},
): Effect.Effect<Typed> =>
  Effect.gen(function* () {
    const out: Array<string> = [];
    const err: Array<string> = [];
    const console = {
      ...globalThis.console,
      log: (...texts: ReadonlyArray<unknown>) => void out.push(texts.join(" ")),
      error: (...texts: ReadonlyArray<unknown>) => void err.push(texts.join(" ")),
    };
    const code = yield* run(args).pipe(
      Effect.provide(Layer.merge(node, Programs.layer(preLoved))),
      Effect.provideService(Console.Console, console),
      Effect.provideService(Screen, {
        isTerminal: given.isTerminal ?? false,
        write: (text) => void err.push(text),
      }),
      Effect.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env: { ...given.env } }))),
    );
    return {
      code,
      out: out.join("\n"),
      err: err.join("\n"),
      json: () => out.map((line) => JSON.parse(line) as never),
    };
  });

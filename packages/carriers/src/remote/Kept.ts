import { hashOf, openFolderLog } from "@resale/simulator";
import { Context, Effect, Layer, Result, Schema } from "effect";

/**
 * What an adapter must not forget between two calls, since its provider will not tell it again: under which key which
 * shipment was begun, and the documents that are handed out once. The first value kept under a name stands.
 *
 * Every process that works for one shop must see the same: processes on one machine share a folder, others need a place
 * of their own making, such as a table.
 */
export class Kept extends Context.Service<
  Kept,
  {
    /** Keeps a value, unless one is kept under this name: answers with the one that stands. */
    readonly keep: (name: string, value: string) => Effect.Effect<string>;
    readonly find: (name: string) => Effect.Effect<string | undefined>;
  }
>()("@resale/carriers/Kept") {
  /** Forgets everything with the process: for tests. */
  static readonly layerMemory = Layer.sync(Kept, () => {
    const kept = new Map<string, string>();
    return Kept.of({
      keep: (name, value) =>
        Effect.sync(() => {
          const standing = kept.get(name);
          if (standing === undefined) kept.set(name, value);
          return standing ?? value;
        }),
      find: (name) => Effect.sync(() => kept.get(name)),
    });
  });

  /** In a folder that several processes may share. */
  static readonly layerFolder = (folder: string): Layer.Layer<Kept> =>
    Layer.sync(Kept, () => {
      const log = openFolderLog({ folder, fact: Schema.Struct({ value: Schema.String }), news: false });
      return Kept.of({
        keep: (name, value) =>
          log.decide(hashOf(name), ([standing]) =>
            Result.succeed(
              standing === undefined ? { answer: value, fact: { value } } : { answer: standing.value },
            ),
          ),
        find: (name) => Effect.map(log.read(hashOf(name)), ([standing]) => standing?.value),
      });
    });
}

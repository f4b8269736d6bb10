import { ProviderRefused } from "@resale/core";
import { Effect } from "effect";

/** How often something was done under each key: a test reads that it was once. */
export type Effects = ReadonlyMap<string, number>;

/** A provider's no. */
export const refuse = (provider: string, reason: string) =>
  Effect.fail(new ProviderRefused({ provider, reason }));

/** Acts once for a key: a repeat gets the first answer, other content under the same key is refused. */
export const makeKeyed = <A>(provider: string, effects: Map<string, number>) => {
  const kept = new Map<string, { readonly content: string; readonly answer: A }>();
  return <E>(
    request: { readonly key: string },
    act: Effect.Effect<A, E>,
  ): Effect.Effect<A, E | ProviderRefused> =>
    Effect.suspend((): Effect.Effect<A, E | ProviderRefused> => {
      const content = JSON.stringify(request);
      const before = kept.get(request.key);
      if (before?.content === content) return Effect.succeed(before.answer);
      if (before !== undefined) return refuse(provider, `other content under the key ${request.key}`);
      return Effect.tap(act, (answer) =>
        Effect.sync(() => {
          effects.set(request.key, (effects.get(request.key) ?? 0) + 1);
          kept.set(request.key, { content, answer });
        }),
      );
    });
};

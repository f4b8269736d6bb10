import { ProviderRefused } from "@resale/core";
import { Effect, Predicate } from "effect";

/** How often something was done under each key: a test reads that it was once. */
export type Effects = ReadonlyMap<string, number>;

/** A provider's no. */
export const refuse = (provider: string, reason: string) =>
  Effect.fail(new ProviderRefused({ provider, reason }));

/** The same text for the same content, in whatever order its fields were written. */
const textOf = (content: unknown): string =>
  JSON.stringify(content, (_, value: unknown) =>
    Predicate.isObject(value) && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );

/** A provider's memory of the keys it was given: one for all its methods. */
export interface Keys {
  readonly provider: string;
  /** What each was used for. */
  readonly contents: Map<string, string>;
  readonly effects: Map<string, number>;
}

export const makeKeys = (provider: string): Keys => ({ provider, contents: new Map(), effects: new Map() });

/** Acts once for a key: a repeat gets the first answer, other content under the same key is refused. */
export const makeKeyed = <A>(method: string, { provider, contents, effects }: Keys) => {
  const answers = new Map<string, { readonly answer: A }>();
  return <E>(
    request: { readonly key: string } & Readonly<Record<string, unknown>>,
    act: Effect.Effect<A, E>,
  ): Effect.Effect<A, E | ProviderRefused> =>
    Effect.suspend((): Effect.Effect<A, E | ProviderRefused> => {
      const { key } = request;
      const content = textOf([method, request]);
      const before = contents.get(key);
      if (before !== undefined && before !== content) {
        return refuse(provider, `the key ${key} was used before with other content`);
      }
      const kept = answers.get(key);
      if (kept !== undefined) return Effect.succeed(kept.answer);
      return Effect.tap(act, (answer) =>
        Effect.sync(() => {
          effects.set(key, (effects.get(key) ?? 0) + 1);
          contents.set(key, content);
          answers.set(key, { answer });
        }),
      );
    });
};

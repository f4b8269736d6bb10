import type { Contract } from "@resale/testkit/contracts/plain";
import { type Context, Effect, Layer } from "effect";
import { expect, it } from "vitest";

/** An adapter with a bug: some of its methods, as a tired programmer would have left them. */
export const planted = <Id, Service extends object, Out>(
  port: Context.Key<Id, Service>,
  adapter: Layer.Layer<Id | Out>,
  plant: (sound: Service) => Partial<Service>,
): Layer.Layer<Id | Out> => {
  const sick = Layer.effect(
    port,
    Effect.map(port, (sound): Service => ({ ...sound, ...plant(sound) })),
  );
  return Layer.provideMerge(sick, adapter);
};

/** What a contract says of an adapter, up to the first sentence that has these words in it. */
const sentences = async ({ promises, close }: Contract, words: string): Promise<ReadonlyArray<string>> => {
  const said: Array<string> = [];
  try {
    for (const { run } of promises) {
      const sentence = await run().then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      if (sentence === undefined) continue;
      said.push(sentence);
      if (sentence.includes(words)) break;
    }
  } finally {
    await close();
  }
  return said;
};

/** A contract notices a bug, and says of it what is wrong. */
export const notices = (bug: string, contract: () => Contract, words: string): void =>
  it(`${contract().name} notices that ${bug}`, async () => {
    const said = await sentences(contract(), words);
    expect(said.join("\n")).toContain(words);
  });

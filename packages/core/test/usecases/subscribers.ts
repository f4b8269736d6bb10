import { Store } from "@resale/core";
import { MemoryWebhooks } from "@resale/testkit";
import type { change } from "@resale/testkit/contracts";
import { Effect } from "effect";

export const happen = (...changes: ReadonlyArray<ReturnType<typeof change>>) =>
  Effect.flatMap(Store, ({ commit }) => commit({ changes }));

/** What subscribers were told so far, by subject and number. */
export const told = Effect.map(MemoryWebhooks, ({ sent }) =>
  sent.map(({ body }) => {
    const { subject, number } = JSON.parse(body);
    return [subject.id, number];
  }),
);

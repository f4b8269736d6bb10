import { type EventType, type Include, Store, subscribe } from "@resale/core";
import { asSupport, MemoryWebhooks } from "@resale/testkit";
import type { change } from "@resale/testkit/contracts";
import { Effect } from "effect";

/** Where a subscriber is told. */
export const url = "https://erp.example/key";

/** Somebody is to be told of these events; of all, if none is named. */
export const wish = (events: ReadonlyArray<EventType> = [], include: Include = "public") =>
  subscribe(asSupport, { url, events, include });

export const happen = (...changes: ReadonlyArray<ReturnType<typeof change>>) =>
  Effect.flatMap(Store, ({ commit }) => commit({ changes }));

/** What subscribers were told so far, by subject and number. */
export const told = Effect.map(MemoryWebhooks, ({ sent }) =>
  sent.map(({ body }) => {
    const { subject, number } = JSON.parse(body);
    return [subject.id, number];
  }),
);

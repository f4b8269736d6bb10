import { Effect } from "effect";
import type { Task } from "../lifecycle/Task.ts";
import { Tasks } from "../ports/Tasks.ts";
import { now } from "./execute.ts";

/** What a provider tells by itself, in the engine's words. */
export type News = Extract<Task, { readonly _tag: "ReceiveScans" | "ReceiveChargeback" }>;

/** What it is about: by this support finds it again (see `newsOfOrder`). */
const subjectOf = (news: News): string => (news._tag === "ReceiveScans" ? news.tracking : news.payment);

/**
 * Takes down what a provider has told, so that it can be answered: a worker acts on it afterwards, as often as it takes
 * (R37, R50). The same under the same key is one thing told twice. Answers how much of it is new.
 *
 * @param key made of the message as it came.
 */
export const takeNews = Effect.fn("Providers.takeNews")(function* (key: string, news: ReadonlyArray<News>) {
  const told = news.map((task, at) => ({ key: `told.${key}.${at}`, subject: subjectOf(task), task }));
  return yield* (yield* Tasks).add(told, yield* now);
});

import { Effect } from "effect";
import type { Task } from "../lifecycle/Task.ts";
import { Tasks } from "../ports/Tasks.ts";
import { now } from "./execute.ts";

/** What a provider tells by itself, in the engine's words. */
export type Told = Extract<
  Task,
  { readonly _tag: "ReceiveScans" | "ReceiveChargeback" | "ReceiveMailReport" }
>;

/** What it is about: by this support finds it again (see `toldOfOrder`). */
const subjectOf = (news: Told): string => {
  switch (news._tag) {
    case "ReceiveScans":
      return news.tracking;
    case "ReceiveChargeback":
      return news.payment;
    case "ReceiveMailReport":
      return news.recipient;
  }
};

/**
 * Takes down what a provider has told, so that it can be answered: a worker acts on it afterwards, as often as it takes
 * (R37, R50). The same under the same key is one thing told twice. Answers how much of it is new.
 *
 * @param key made of the message as it came.
 */
export const takeDown = Effect.fn("Providers.takeDown")(function* (key: string, news: ReadonlyArray<Told>) {
  const told = news.map((task, at) => ({ key: `told.${key}.${at}`, subject: subjectOf(task), task }));
  return yield* (yield* Tasks).add(told, yield* now);
});

import {
  Deliveries,
  disableSubscription,
  enableSubscription,
  History,
  replayFrom,
  replaySubject,
  Store,
  type StoredEvent,
  type SubjectRef,
  subscribe,
  tellAllOnce,
} from "@resale/core";
import { asSupport, makeWorld } from "@resale/testkit";
import { change } from "@resale/testkit/contracts";
import { Effect, Option } from "effect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tries } from "../runs.ts";
import { Fuse } from "./Fuse.ts";
import { LONG, listen, type Mood, Receiver } from "./Receiver.ts";

type Action =
  | { readonly _tag: "Happens"; readonly subject: number; readonly tags: ReadonlyArray<string> }
  | { readonly _tag: "Tell"; readonly steps: number; readonly workers: number }
  | { readonly _tag: "Pass"; readonly time: number }
  | { readonly _tag: "Moods"; readonly receiver: number; readonly moods: ReadonlyArray<Mood> }
  | { readonly _tag: "Replay"; readonly receiver: number; readonly share: number }
  | {
      readonly _tag: "ReplaySubject";
      readonly receiver: number;
      readonly subject: number;
      readonly number: number;
    }
  | { readonly _tag: "Disable" | "Enable"; readonly receiver: number };

const receiver = fc.nat({ max: 2 });
const subject = fc.nat({ max: 3 });
const moods = fc.array(fc.constantFrom<Mood>("Hears", "Hears", "Refuses", "AnswerLost"), { maxLength: 12 });
const tags = fc.array(fc.constantFrom("Delivered", "Shipped", "Moved"), { minLength: 1, maxLength: 4 });

const happens = fc.record({ _tag: fc.constant("Happens" as const), subject, tags });
const tell = fc.record({
  _tag: fc.constant("Tell" as const),
  steps: fc.nat({ max: 90 }),
  workers: fc.integer({ min: 1, max: 3 }),
});
const action: fc.Arbitrary<Action> = fc.oneof(
  happens,
  happens,
  tell,
  tell,
  tell,
  fc.record({
    _tag: fc.constant("Pass" as const),
    time: fc.constantFrom(1000, 6000, 130_000, 3_600_000, LONG),
  }),
  fc.record({ _tag: fc.constant("Moods" as const), receiver, moods }),
  fc.record({
    _tag: fc.constant("Replay" as const),
    receiver,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({
    _tag: fc.constant("ReplaySubject" as const),
    receiver,
    subject,
    number: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ _tag: fc.constantFrom("Disable" as const, "Enable" as const), receiver }),
);

/** What must be heard once more, from a place in what a receiver had heard by then. */
interface Again {
  readonly receiver: Receiver;
  readonly since: number;
  readonly events: ReadonlyArray<StoredEvent>;
}

/** Lives through a story, then has everything delivered, and answers what was missed or came out of order. */
const faultsOf = async (story: ReadonlyArray<Action>): Promise<ReadonlyArray<string>> => {
  const { runtime, clock } = makeWorld();
  const subjects: ReadonlyArray<SubjectRef> = (["order", "order", "listing", "checkout"] as const).map(
    (kind) => ({ kind, id: crypto.randomUUID() }),
  );
  const versions = new Map<string, number>();
  const again: Array<Again> = [];
  let events: ReadonlyArray<StoredEvent> = [];

  const happen = Effect.fnUntraced(function* (about: SubjectRef, names: ReadonlyArray<string>) {
    const expected = versions.get(about.id) ?? 0;
    const step = change(about, { expected, events: names.length, at: clock.now });
    const told = step.events.map((event, at) => ({ ...event, event: { _tag: names[at] ?? "" } }));
    yield* (yield* Store).commit({ changes: [{ ...step, events: told }] });
    versions.set(about.id, expected + names.length);
    events = yield* (yield* History).all(0, 10_000);
  });

  const live = Effect.fnUntraced(function* (receivers: ReadonlyArray<Receiver>, next: Action) {
    const one = receivers["receiver" in next ? next.receiver : 0];
    const about = subjects["subject" in next ? next.subject : 0];
    if (one === undefined || about === undefined) return;
    const { id } = one.subscription;
    switch (next._tag) {
      case "Happens":
        return yield* happen(about, next.tags);
      case "Tell": {
        const workers = Array.from({ length: next.workers }, () => tellAllOnce());
        return yield* new Fuse(next.steps).burn(Effect.all(workers, { concurrency: "unbounded" }));
      }
      case "Pass":
        return clock.set(clock.now + next.time);
      case "Moods":
        one.moods = next.moods;
        return;
      case "Replay": {
        const after = Math.floor(events.length * next.share);
        yield* replayFrom(asSupport, id, after);
        again.push({ receiver: one, since: one.heard.length, events: one.wanted(events, after) });
        return;
      }
      case "ReplaySubject": {
        const done = yield* Effect.result(replaySubject(asSupport, id, about, next.number));
        if (done._tag === "Failure") return;
        const past = one
          .wanted(events, 0)
          .filter(
            ({ subject: { id: of }, version, position }) =>
              of === about.id && version >= next.number && position <= done.success.position,
          );
        again.push({ receiver: one, since: one.heard.length, events: past });
        return;
      }
      case "Disable":
        return void (yield* disableSubscription(asSupport, id, "for a while"));
      case "Enable":
        return void (yield* enableSubscription(asSupport, id));
    }
  });

  const tellTheRest = Effect.fnUntraced(function* (receivers: ReadonlyArray<Receiver>) {
    for (const each of receivers) {
      each.moods = [];
      yield* enableSubscription(asSupport, each.subscription.id);
    }
    const { next } = yield* Deliveries;
    do {
      clock.set(clock.now + LONG);
      yield* tellAllOnce();
    } while (Option.isSome(yield* next));
  });

  const told = Effect.gen(function* () {
    yield* happen({ kind: "order", id: crypto.randomUUID() }, ["Placed"]);
    const wishes = [
      { events: [], include: "personal" },
      { events: [], include: "public" },
      { events: ["order.Delivered", "listing"], include: "public" },
    ] as const;
    const receivers = yield* Effect.forEach(wishes, (wish, at) =>
      Effect.map(
        subscribe(asSupport, { url: `https://one.example/${at}`, ...wish }),
        (subscription) => new Receiver(subscription),
      ),
    );
    yield* listen(receivers, () => events);
    for (const next of story) yield* live(receivers, next);
    yield* tellTheRest(receivers);
    const missed = (at: string, by: Receiver, wanted: ReadonlyArray<StoredEvent>, since: number) =>
      wanted
        .filter(({ position }) => !by.heard.slice(since).some((heard) => heard.position === position))
        .map(({ position }) => `${position} was not heard ${at}`);
    return [
      ...receivers.flatMap(({ faults }) => faults),
      ...receivers.flatMap((each) => missed("at all", each, each.wanted(events), 0)),
      ...again.flatMap(({ receiver: by, since, events: wanted }) => missed("again", by, wanted, since)),
    ];
  });
  const faults = await runtime.runPromise(told);
  await runtime.dispose();
  return faults;
};

describe("telling subscribers", () => {
  it("R60 whatever fails, is lost or is killed: every event is heard at least once, in order for each subject, without a gap", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 40, size: "max" }), async (story) => {
        expect(await faultsOf(story)).toEqual([]);
      }),
      tries(120),
    );
  });
});

import {
  disableSubscription,
  type Email,
  enableSubscription,
  Store,
  StoreUnavailable,
  Subscriptions,
  subscribe,
  tellAllOnce,
  tellSubscribers,
  type WebhookAnswer,
  Webhooks,
} from "@resale/core";
import { aProgram, asSupport, MemoryMailer, MemoryWebhooks, makeWorld } from "@resale/testkit";
import { change, newSubject } from "@resale/testkit/contracts";
import { Effect, Queue } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { play } from "./playing.ts";

const wish = { url: "https://erp.example/key", events: [], include: "public" } as const;
const program = aProgram({ mail: { operators: ["one@ops.example", "other@ops.example"] } });

const happen = (subject = newSubject(), expected = 0) =>
  Effect.flatMap(Store, ({ commit }) => commit({ changes: [change(subject, { expected })] }));

describe("the operators", () => {
  it.each([
    ["https://user:key@erp.example:8443/key?of=us", "erp.example:8443"],
    ["https://erp.example?key", "erp.example"],
    ["https://erp.example#key", "erp.example"],
    ["HTTPS://erp.example/a@b", "erp.example"],
    ["erp.example/key", "?"],
    ["://erp.example/key", "?"],
    ["1https://erp.example/key", "?"],
  ])("R60 are told once that %s is told nothing any more, by its host alone", (url, host) =>
    play(
      ({ clock }) =>
        Effect.gen(function* () {
          const made = yield* subscribe(asSupport, wish);
          const { id } = made;
          yield* (yield* Subscriptions).add({ ...made, url });
          yield* disableSubscription(asSupport, id, "they move house");
          const since = clock.now;
          yield* tellAllOnce();
          yield* tellAllOnce();
          const title = `${host}: an operator disabled it`;
          const href = `https://shop.example/desk/subscription/${id}`;
          const task = { task: "SubscriptionDisabled", subject: id, title, since, href };
          expect((yield* MemoryMailer).sent).toEqual(
            program.mail.operators.map((to, index) => ({
              to,
              mail: { _tag: "OperatorDigest", recipient: program.name, tasks: [task] },
              program,
              messageId: `subscription.${id}.${since}.${index}`,
              thread: id,
              attachments: [],
            })),
          );
        }),
      makeWorld(program),
    ),
  );

  it("R60 are told why: it is gone, or has heard nothing for days; an address that takes no mail keeps nobody from theirs", () =>
    play(
      ({ clock }) =>
        Effect.gen(function* () {
          const mailer = yield* MemoryMailer;
          mailer.refuse("one@ops.example" as Email);
          const { answer } = yield* MemoryWebhooks;
          const { id } = yield* subscribe(asSupport, wish);
          const titles = Effect.sync(() =>
            mailer.mails("OperatorDigest").flatMap(({ tasks }) => tasks.map(({ title }) => title)),
          );
          const why = Effect.flatMap(Subscriptions, ({ all }) => all).pipe(
            Effect.map(([one]) => ({ ...one?.disabled, noticed: one?.noticed })),
          );
          const subject = newSubject();
          yield* happen(subject);
          answer(() => ({ _tag: "Gone" }));
          yield* tellAllOnce();
          expect(yield* why).toEqual({ since: clock.now, why: { _tag: "Gone" }, noticed: true });
          expect(yield* titles).toEqual(["erp.example: the receiver says that it is gone"]);

          yield* enableSubscription(asSupport, id);
          const silent: WebhookAnswer = { _tag: "NoAnswer", reason: "cut" };
          answer(() => silent);
          for (let tries = 0; tries < 20 && (yield* why).since === undefined; tries++) {
            clock.set(clock.now + 12 * 3_600_000);
            yield* tellAllOnce();
          }
          expect(yield* why).toEqual({
            since: clock.now,
            why: { _tag: "NotHeard", subject, number: 1, answer: silent },
            noticed: true,
          });
          expect((yield* titles).slice(1)).toEqual(["erp.example: it has not heard an event for three days"]);
        }),
      makeWorld(program),
    ));
});

describe("who tells subscribers for as long as the process lives", () => {
  /** Time passes, and all that it sets going has come to rest. */
  const pass = Effect.fnUntraced(function* (time: number) {
    yield* TestClock.adjust(time);
    for (let turns = 0; turns < 500; turns++) yield* Effect.yieldNow;
  });
  const begun = Effect.fnUntraced(function* (wake: Effect.Effect<void> = Effect.never) {
    yield* Effect.forkChild(tellSubscribers({ rest: "10 seconds", wake }));
    yield* pass(1);
  });
  const story = <A, E, R>(told: Effect.Effect<A, E, R>) => Effect.provide(told, TestClock.layer());
  const heard = Effect.map(MemoryWebhooks, ({ sent }) => sent.length);

  it("R60 looks through them again after a rest, or once there is news, and finds those that are new", () =>
    play(() =>
      story(
        Effect.gen(function* () {
          const news = yield* Queue.unbounded<void>();
          yield* subscribe(asSupport, wish);
          yield* happen();
          yield* begun(Queue.take(news));
          expect(yield* heard).toBe(1);
          yield* happen();
          yield* pass(9000);
          expect(yield* heard).toBe(1);
          yield* pass(1000);
          expect(yield* heard).toBe(2);
          yield* happen();
          yield* subscribe(asSupport, { ...wish, from: 0 });
          yield* Queue.offer(news, undefined);
          yield* pass(1);
          expect(yield* heard).toBe(6);
        }),
      ),
    ));

  it("R60 goes on where one does not answer, and is at nobody twice at a time", () =>
    play(() =>
      story(
        Effect.gen(function* () {
          const { sent } = yield* MemoryWebhooks;
          const silent = yield* subscribe(asSupport, { ...wish, url: "https://silent.example/" });
          yield* subscribe(asSupport, wish);
          const webhooks = yield* Webhooks;
          let asked = 0;
          const post: Webhooks["Service"]["post"] = (request) => {
            if (!request.id.startsWith(silent.id)) return webhooks.post(request);
            asked++;
            return Effect.never;
          };
          yield* happen();
          yield* begun().pipe(Effect.provideService(Webhooks, Webhooks.of({ ...webhooks, post })));
          for (let round = 0; round < 5; round++) {
            yield* happen();
            yield* pass(10_000);
          }
          expect(asked).toBe(1);
          expect(sent).toHaveLength(6);
        }),
      ),
    ));

  it("R60 goes on when the store is there again", () =>
    play(() =>
      story(
        Effect.gen(function* () {
          yield* subscribe(asSupport, wish);
          yield* happen();
          const subscriptions = yield* Subscriptions;
          const failed = Effect.fail(new StoreUnavailable({ reason: "the disk is full" }));
          let away = { all: true, get: true };
          const lame = Subscriptions.of({
            ...subscriptions,
            all: Effect.suspend(() => (away.all ? failed : subscriptions.all)),
            get: (id) => (away.get ? failed : subscriptions.get(id)),
          });
          yield* begun().pipe(Effect.provideService(Subscriptions, lame));
          away = { all: false, get: true };
          yield* pass(10_000);
          expect(yield* heard).toBe(0);
          away = { all: false, get: false };
          yield* pass(10_000);
          expect(yield* heard).toBe(1);
        }),
      ),
    ));
});

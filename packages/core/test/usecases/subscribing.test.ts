import {
  type Actor,
  DAY,
  Deliveries,
  disableSubscription,
  editSubscription,
  enableSubscription,
  History,
  type Ids,
  listDeliveries,
  listSubscriptions,
  type Rejection,
  removeSubscription,
  replayFrom,
  replaySubject,
  rotateSecret,
  Store,
  StoreUnavailable,
  SubscriptionId,
  Subscriptions,
  secretOf,
  sendTest,
  subscribe,
  subscriptionTable,
  subscriptionView,
  type Webhooks,
} from "@resale/core";
import { asReviewer, asSeller, asSupport, freshId, MemoryWebhooks } from "@resale/testkit";
import { change, newSubject } from "@resale/testkit/contracts";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { play, refusalOf } from "./playing.ts";

const wish = { url: "https://erp.example/key", events: [], include: "public" } as const;
const query = { open: false, limit: 10 };

type Asked = Effect.Effect<unknown, Rejection, Subscriptions | Deliveries | History | Ids | Webhooks>;

/** Everything that can be asked about one subscription, by what the table calls it. */
const askedOf = (
  actor: Actor,
  id: SubscriptionId,
): ReadonlyArray<readonly [keyof typeof subscriptionTable, Asked]> => [
  ["EditSubscription", editSubscription({ actor }, id, { events: ["order"] })],
  ["RemoveSubscription", removeSubscription(actor, id)],
  ["RotateSecret", rotateSecret(actor, id)],
  ["RotateSecret", secretOf(actor, id, 0)],
  ["DisableSubscription", disableSubscription(actor, id, "for a while")],
  ["EnableSubscription", enableSubscription(actor, id)],
  ["ListDeliveries", listDeliveries(actor, id, query)],
  ["Replay", replayFrom(actor, id, 0)],
  ["Replay", replaySubject(actor, id, newSubject(), 1)],
  ["SendTest", sendTest(actor, id)],
];

const failed = Effect.fail(new StoreUnavailable({ reason: "the disk is full" }));
const unreachable = { _tag: "Unreachable", what: "The store", retryAfter: 2000 };

/** A port of which some methods fail, or answer that somebody else was faster. */
const withSubscriptions = (methods: Partial<Subscriptions["Service"]>) =>
  Effect.provideServiceEffect(
    Subscriptions,
    Effect.map(Subscriptions, (port) => Subscriptions.of({ ...port, ...methods })),
  );

describe("who may do what with subscriptions", () => {
  it("R54 is told to whoever may not, and nothing has changed", () =>
    play(() =>
      Effect.gen(function* () {
        const { id } = yield* subscribe(asSupport, wish);
        const before = yield* listSubscriptions(asReviewer);
        const all: ReturnType<typeof askedOf> = [
          ["ListSubscriptions", listSubscriptions(asSeller)],
          ["Subscribe", subscribe(asSeller, wish)],
          ...askedOf(asSeller, id),
        ];
        for (const [command, asked] of all) {
          const allowed = subscriptionTable[command];
          expect(yield* Effect.flip(asked)).toEqual({
            _tag: "NotAllowed",
            command,
            actor: "Member",
            allowed,
          });
        }
        expect(yield* listSubscriptions(asReviewer)).toEqual(before);
        expect((yield* MemoryWebhooks).sent).toEqual([]);
      }),
    ));

  it("R54 finds none under a key that is nobody's", () =>
    play(() =>
      Effect.gen(function* () {
        const id = SubscriptionId.make(freshId());
        for (const [name, asked] of askedOf(asSupport, id)) {
          expect(yield* Effect.flip(asked), name).toEqual({ _tag: "NotFound", subject: "subscription", id });
        }
      }),
    ));

  it("hears that the store can't be reached, whichever of its answers is missing", () =>
    play(() =>
      Effect.gen(function* () {
        const { id } = yield* subscribe(asSupport, wish);
        const all = { all: failed, get: () => failed, add: () => failed };
        const everything: ReadonlyArray<Asked> = [
          listSubscriptions(asSupport),
          subscribe(asSupport, wish),
          ...askedOf(asSupport, id).map(([, one]) => one),
        ];
        for (const asked of everything) {
          expect(yield* Effect.flip(asked.pipe(withSubscriptions(all)))).toEqual(unreachable);
        }
        const changes: ReadonlyArray<Asked> = [
          rotateSecret(asSupport, id),
          replayFrom(asSupport, id, 0),
          removeSubscription(asSupport, id),
        ];
        for (const asked of changes) {
          const halfway = withSubscriptions({ change: () => failed, remove: () => failed });
          expect(yield* Effect.flip(asked.pipe(halfway))).toEqual(unreachable);
        }
        const history = History.of({ ...(yield* History), last: failed, of: () => failed });
        const deliveries = Deliveries.of({ ...(yield* Deliveries), list: () => failed });
        const reading: ReadonlyArray<Asked> = [
          subscribe(asSupport, wish),
          replaySubject(asSupport, id, newSubject(), 1),
          listDeliveries(asSupport, id, query),
        ];
        for (const asked of reading) {
          const withoutThem = asked.pipe(
            Effect.provideService(History, history),
            Effect.provideService(Deliveries, deliveries),
          );
          expect(yield* Effect.flip(withoutThem)).toEqual(unreachable);
        }
      }),
    ));
});

describe("a new subscription", () => {
  it("R60 is told from now on, or from where it asks, and is kept as it was answered", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        yield* (yield* Store).commit({ changes: [change(newSubject(), { events: 3 })] });
        const made = yield* subscribe(asSupport, { ...wish, events: ["order"] });
        expect(made).toEqual({
          id: expect.any(String),
          url: wish.url,
          events: ["order"],
          include: "public",
          secret: expect.anything(),
          former: undefined,
          version: 1,
          rotations: 0,
          position: 3,
          createdAt: clock.now,
          createdBy: asSupport,
          disabled: undefined,
          noticed: false,
        });
        const earlier = yield* subscribe(asSupport, { ...wish, from: 0 });
        expect(earlier.position).toBe(0);
        expect(yield* listSubscriptions(asReviewer)).toEqual([made, earlier].map(subscriptionView));
      }),
    ));

  it("R60 is refused by the field at fault: what is nobody's to hear in public, and what leads inside", () =>
    play(() =>
      Effect.gen(function* () {
        const problem =
          "names checkouts or mailboxes, of which nothing is public: include what is personal, or leave them out";
        const events = { _tag: "Invalid", faults: [{ field: "events", problem }] };
        for (const named of ["checkout.Opened", "mailbox"] as const) {
          const mixed = { ...wish, events: ["order", named] } as const;
          expect(yield* refusalOf(subscribe(asSupport, mixed))).toEqual(events);
          expect((yield* subscribe(asSupport, { ...mixed, include: "personal" })).events).toEqual(
            mixed.events,
          );
        }
        const inside = subscribe(asSupport, { ...wish, url: "https://internal/" });
        const url = { _tag: "Invalid", faults: [{ field: "url", problem: "leads inside" }] };
        expect(yield* refusalOf(inside)).toEqual(url);
        const { id } = yield* subscribe(asSupport, wish);
        const edit = (changed: Parameters<typeof editSubscription>[2]) =>
          refusalOf(editSubscription({ actor: asSupport }, id, changed));
        expect(yield* edit({ events: ["mailbox.MailRefused"] })).toEqual(events);
        expect(yield* edit({ url: "http://erp.example/" })).toEqual(url);
      }),
    ));
});

describe("a subscription that is changed", () => {
  it("R60 is another version; who says what they have seen of it changes nothing else", () =>
    play(() =>
      Effect.gen(function* () {
        const made = yield* subscribe(asSupport, wish);
        const { id } = made;
        const seen = (
          versions: ReadonlyArray<number>,
          of = { kind: "subscription" as const, id: id as string },
        ) => editSubscription({ actor: asSupport, seen: { ...of, versions } }, id, { events: ["listing"] });
        const second = { ...subscriptionView(made), events: ["listing"], version: 2 };
        expect(yield* seen([1])).toEqual(second);
        expect(yield* refusalOf(seen([1, 7]))).toEqual({
          _tag: "VersionChanged",
          subject: "subscription",
          seen: [1, 7],
          current: 2,
        });
        expect(yield* seen([1, 2])).toEqual({ ...second, version: 3 });
        expect(yield* seen([99], { kind: "subscription", id: freshId() })).toEqual({ ...second, version: 4 });
        const order = { kind: "order" as never, id };
        expect(yield* seen([99], order)).toEqual({ ...second, version: 5 });
      }),
    ));

  it("R60 is shown once more when it is removed, and gone; whoever was slower finds none", () =>
    play(() =>
      Effect.gen(function* () {
        const made = yield* subscribe(asSupport, wish);
        const gone = { _tag: "NotFound", subject: "subscription", id: made.id };
        const slower = removeSubscription(asSupport, made.id).pipe(
          withSubscriptions({ remove: () => Effect.succeed(false) }),
        );
        expect(yield* Effect.flip(slower)).toEqual(gone);
        expect(yield* removeSubscription(asSupport, made.id)).toEqual(subscriptionView(made));
        expect(yield* listSubscriptions(asSupport)).toEqual([]);
        expect(yield* refusalOf(removeSubscription(asSupport, made.id))).toEqual(gone);
      }),
    ));

  it("R60 rests from a moment on, for a reason that is kept, and goes on", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const made = yield* subscribe(asSupport, wish);
        const why = { _tag: "ByOperator", by: asSupport, reason: "they move house" };
        const rests = { ...subscriptionView(made), disabled: { since: clock.now, why } };
        expect(yield* disableSubscription(asSupport, made.id, "they move house")).toEqual(rests);
        clock.set(clock.now + DAY);
        expect(yield* disableSubscription(asSupport, made.id, "another")).toEqual(rests);
        expect(yield* enableSubscription(asSupport, made.id)).toEqual(subscriptionView(made));
      }),
    ));
});

import {
  Deliveries,
  History,
  instant,
  listDeliveries,
  listSubscriptions,
  MINUTE,
  tellAllOnce,
  type WebhookAnswer,
} from "@resale/core";
import { asReviewer, MemoryWebhooks } from "@resale/testkit";
import { change, newSubject } from "@resale/testkit/contracts";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { play } from "./playing.ts";
import { happen, told, url, wish } from "./subscribers.ts";

const refused: WebhookAnswer = { _tag: "Refused", status: 503, retryAfter: null };

const standing = (id: Parameters<typeof listDeliveries>[1]) =>
  listDeliveries(asReviewer, id, { open: false, limit: 10 });

describe("a subscriber", () => {
  it.each([
    ["public", {}],
    ["personal", { number: 1 }],
  ] as const)("R60 is told an event under an id of its own, signed, with what is %s of it", (include, data) =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const subject = newSubject();
        const { id, secret } = yield* wish([], include);
        yield* happen(change(subject, { at: clock.now }));
        yield* tellAllOnce();
        const body = {
          id: `order/${subject.id}/1`,
          type: "order.Stepped",
          timestamp: new Date(clock.now).toISOString(),
          number: 1,
          position: 1,
          subject,
          data,
        };
        const key = `${id}_order_${subject.id}_1`;
        const { sent } = yield* MemoryWebhooks;
        expect(sent).toEqual([
          { url, secrets: [secret], id: key, at: clock.now, body: JSON.stringify(body) },
        ]);
        const last = { at: clock.now, number: 1, answer: { _tag: "Accepted", status: 200 } };
        const heard = { heard: 1, wanted: 1, failures: 0, failingSince: null, dueAt: null, last };
        expect(yield* standing(id)).toEqual([{ subject, ...heard }]);
        expect((yield* listSubscriptions(asReviewer))[0]?.position).toBe(1);
      }),
    ),
  );

  it("R60 is told of the kinds it asks for, and goes past the rest", () =>
    play(() =>
      Effect.gen(function* () {
        const [order, listing] = [newSubject("order"), newSubject("listing")];
        const { id } = yield* wish(["listing"]);
        yield* happen(change(order), change(listing, { events: 2 }));
        yield* tellAllOnce();
        expect(yield* told).toEqual([
          [listing.id, 1],
          [listing.id, 2],
        ]);
        expect((yield* standing(id)).map(({ subject }) => subject)).toEqual([listing]);
        yield* tellAllOnce();
        expect(yield* told).toHaveLength(2);
      }),
    ));

  it("R60 hears each number after the one before, and what fails waits and counts; others do not wait for it", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const [poor, well] = [newSubject(), newSubject()];
        const { id } = yield* wish();
        yield* happen(change(poor, { events: 3 }), change(well));
        const { answer } = yield* MemoryWebhooks;
        answer(({ body }) =>
          JSON.parse(body).subject.id === well.id ? { _tag: "Accepted", status: 200 } : refused,
        );
        const began = clock.now;
        yield* tellAllOnce();
        expect([...(yield* told)].sort()).toEqual(
          [
            [poor.id, 1],
            [well.id, 1],
          ].sort(),
        );
        const waiting = Effect.map(standing(id), (all) => all.find(({ subject }) => subject.id === poor.id));
        const first = yield* waiting;
        expect(first).toMatchObject({ heard: 0, wanted: 3, failures: 1, failingSince: began });
        expect((first?.dueAt ?? 0) - began).toBeGreaterThanOrEqual(4500);
        expect((first?.dueAt ?? 0) - began).toBeLessThanOrEqual(5500);
        clock.set(first?.dueAt ?? 0);
        yield* tellAllOnce();
        const second = yield* waiting;
        expect(second).toMatchObject({
          failures: 2,
          failingSince: began,
          last: { number: 1, answer: refused },
        });
        expect((second?.dueAt ?? 0) - clock.now).toBeGreaterThanOrEqual(27_000);
        expect((second?.dueAt ?? 0) - clock.now).toBeLessThanOrEqual(33_000);
        // The second number is told once the first was heard, and begins to count anew.
        answer(({ body }) => (JSON.parse(body).number === 1 ? { _tag: "Accepted", status: 200 } : refused));
        clock.set(second?.dueAt ?? 0);
        yield* tellAllOnce();
        const third = yield* waiting;
        expect(third).toMatchObject({ heard: 1, failures: 1, failingSince: clock.now });
        expect((third?.dueAt ?? 0) - clock.now).toBeLessThanOrEqual(5500);
      }),
    ));

  it("R60 that asks for more time is left alone for so long", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { id } = yield* wish();
        yield* happen(change(newSubject()));
        (yield* MemoryWebhooks).answer(() => ({ _tag: "Refused", status: 429, retryAfter: 20 * MINUTE }));
        yield* tellAllOnce();
        expect((yield* standing(id))[0]?.dueAt).toBe(clock.now + 20 * MINUTE);
      }),
    ));

  it("R60 is told a second later what was noted and can't be read yet", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { id } = yield* wish();
        const subject = newSubject();
        yield* happen(change(subject, { events: 2 }));
        const history = yield* History;
        const lagging = History.of({
          ...history,
          of: (of, after) => Effect.map(history.of(of, after), (events) => events.slice(0, 1)),
        });
        yield* tellAllOnce().pipe(Effect.provideService(History, lagging));
        expect(yield* told).toEqual([[subject.id, 1]]);
        expect((yield* standing(id))[0]).toMatchObject({
          heard: 1,
          wanted: 2,
          failures: 0,
          dueAt: clock.now + 1000,
        });
        clock.set(clock.now + 1000);
        yield* tellAllOnce();
        expect((yield* standing(id))[0]).toMatchObject({ heard: 2, wanted: 2, dueAt: null });
      }),
    ));

  it("R60 is told of more events than are read at a time, and of more subjects than are told at a time", () =>
    play(() =>
      Effect.gen(function* () {
        const { id } = yield* wish(["listing"]);
        const subjects = Array.from({ length: 20 }, () => newSubject("listing"));
        yield* happen(change(newSubject(), { events: 500 }), ...subjects.map((one) => change(one)));
        yield* tellAllOnce();
        expect((yield* told).map(([subject]) => subject).sort()).toEqual(
          subjects.map((one) => one.id).sort(),
        );
        expect((yield* listSubscriptions(asReviewer))[0]).toMatchObject({ id, position: 520 });
      }),
    ));

  it("R60 that somebody else is telling already is told by them alone", () =>
    play(() =>
      Effect.gen(function* () {
        const subject = newSubject();
        yield* wish();
        yield* happen(change(subject, { events: 3 }));
        const deliveries = yield* Deliveries;
        const { answer } = yield* MemoryWebhooks;
        const { id } = (yield* listSubscriptions(asReviewer))[0] ?? { id: undefined };
        if (id === undefined) throw new Error("nobody is told");
        answer(({ body }) => {
          if (JSON.parse(body).number === 1) return { _tag: "Accepted", status: 200 };
          answer(() => ({ _tag: "Accepted", status: 200 }));
          // While the second number is on its way, an operator has it all told once more.
          Effect.runSync(
            deliveries.spread({
              subscription: id,
              from: 3,
              to: 3,
              subjects: [{ subject, first: 1, last: 3 }],
              now: instant(0),
            }),
          );
          return { _tag: "Accepted", status: 200 };
        });
        yield* tellAllOnce();
        expect((yield* told).map(([, number]) => number)).toEqual([1, 2, 1, 2, 3]);
      }),
    ));
});

import {
  advanceClock,
  type CivilDate,
  commandOrder,
  DAY,
  instant,
  ProviderUnavailable,
  plus,
} from "@resale/core";
import { asSupport, MemoryCarrier, MemoryPayments, MemoryStoreCredit, type World } from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { deliver, play } from "./playing.ts";
import { aSale, cancelled, confirmed, desk, waiting } from "./sales.ts";

const away = new ProviderUnavailable({ provider: "it", reason: "closed" });

describe("what was tried for a whole night in vain", () => {
  const night = ({ clock }: World) => advanceClock(plus(instant(clock.now), DAY / 2));
  const often = (fail: () => void): void => {
    for (let call = 0; call < 20; call++) fail();
  };

  it("R28 a label waits for an operator, and a lost answer is asked for under the same key", () =>
    play((world) =>
      Effect.gen(function* () {
        const { failNext, effects } = yield* MemoryCarrier;
        often(() => failNext("buyLabel", away));
        const { order } = yield* aSale;
        yield* night(world);
        expect(yield* waiting(order)).toEqual(["LabelLate", "LabelFailed"]);
        yield* commandOrder({ actor: asSupport }, order, { _tag: "Repeat", what: "Label" });
        yield* night(world);
        expect((yield* desk(order)).tracking).not.toBeNull();
        expect([...effects.keys()].join()).toContain(`label.${order}.0`);
      }),
    ));

  it("R34 R39 a pickup is refused, and a label not taken back", () =>
    play((world) =>
      Effect.gen(function* () {
        const { failNext } = yield* MemoryCarrier;
        const { order } = yield* aSale;
        often(() => failNext("bookPickup", away));
        const date = "2026-11-04" as CivilDate;
        yield* commandOrder({ actor: asSupport }, order, { _tag: "BookPickup", date });
        yield* night(world);
        expect((yield* desk(order)).seller?.pickup).toEqual({ _tag: "Refused", date, reason: "closed" });
        often(() => failNext("refundLabel", away));
        yield* cancelled(order);
        yield* night(world);
        expect(yield* waiting(order)).toEqual(["LabelRefundRefused"]);
      }),
    ));

  it("R48 a payout waits for an operator", () =>
    play((world) =>
      Effect.gen(function* () {
        const { failNext } = yield* MemoryStoreCredit;
        often(() => failNext("issue", away));
        const { order } = yield* confirmed(world);
        yield* night(world);
        expect(yield* waiting(order)).toEqual(["PayoutFailed"]);
      }),
    ));

  it("R51 a refund waits for an operator", () =>
    play((world) =>
      Effect.gen(function* () {
        const { failNext } = yield* MemoryPayments;
        const { order } = yield* aSale;
        often(() => failNext("refund", away));
        yield* cancelled(order);
        yield* night(world);
        expect(yield* waiting(order)).toEqual(["RefundFailed"]);
      }),
    ));

  it("R45 a return label waits for an operator", () =>
    play((world) =>
      Effect.gen(function* () {
        const { failNext } = yield* MemoryCarrier;
        const { order } = yield* aSale;
        yield* deliver(order, () => world.clock.now);
        const dispute = { kind: "Damaged", text: "Torn.", photos: [] };
        yield* commandOrder({ actor: { _tag: "Guest", order } }, order, { _tag: "OpenDispute", ...dispute });
        often(() => failNext("buyLabel", away));
        const decided = { _tag: "DecideDispute", upheld: true, text: "Yes." } as const;
        yield* commandOrder({ actor: asSupport }, order, decided);
        yield* night(world);
        expect(yield* waiting(order)).toEqual(["ReturnLabelFailed"]);
      }),
    ));
});

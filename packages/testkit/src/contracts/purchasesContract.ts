import { instant, MemberId, type PurchaseLine, PurchaseLineId, Purchases } from "@resale/core";
import { assert } from "chai";
import { Effect, type Layer, Option } from "effect";
import { aPurchase } from "../builders/pieces.ts";
import { type Acted, acted } from "./acted.ts";
import type { Contract } from "./Contract.ts";
import { NOON, newId } from "./changes.ts";
import { providerContract } from "./providerContract.ts";

/** What a purchase history is tried with: how the shop tells it what a member bought. */
export interface PurchasesUnderTest<R> {
  readonly upsert: (member: MemberId, lines: ReadonlyArray<PurchaseLine>) => Acted<R>;
}

/** What every source of purchases owes the engine. */
export const purchasesContract = <R, E>(
  name: string,
  services: Layer.Layer<Purchases | R, E>,
  { upsert }: PurchasesUnderTest<R>,
): Contract =>
  providerContract(`${name}: Purchases`, services, (promise) => {
    const newMember = () => MemberId.make(newId());
    const bought = (day: number) => aPurchase({ purchasedAt: instant(NOON + day * 86_400_000) });

    promise(
      "R3 a history holds the member's own lines only, newest first",
      Effect.gen(function* () {
        const { ofMember, line } = yield* Purchases;
        const [ada, bob] = [newMember(), newMember()];
        const [first, second, third] = [bought(1), bought(2), bought(3)];
        yield* acted(() => upsert(ada, [second, first]));
        yield* acted(() => upsert(ada, [third]));
        yield* acted(() => upsert(bob, []));
        const history = yield* ofMember(ada);
        assert.deepStrictEqual(history, [third, second, first], "a history is not complete, newest first");
        assert.deepStrictEqual(yield* ofMember(bob), [], "a member's history holds another's lines");
        assert.deepStrictEqual(
          yield* line(ada, first.id),
          Option.some(first),
          "a member's own line is missing",
        );
        assert.deepStrictEqual(
          yield* line(bob, first.id),
          Option.none(),
          "another member's line is given out",
        );
        const stranger = yield* line(ada, PurchaseLineId.make(newId()));
        assert.deepStrictEqual(stranger, Option.none(), "a line is found that nobody bought");
      }),
    );

    promise(
      "R4 a line is known as the shop last told of it, refunds with it",
      Effect.gen(function* () {
        const { ofMember, line } = yield* Purchases;
        const ada = newMember();
        const pair = aPurchase({ quantity: 2 });
        yield* acted(() => upsert(ada, [pair]));
        const refunded = { ...pair, refunded: 1 };
        yield* acted(() => upsert(ada, [pair, refunded]));
        assert.deepStrictEqual(yield* line(ada, pair.id), Option.some(refunded), "a refund is not known");
        assert.deepStrictEqual(yield* ofMember(ada), [refunded], "a line that changed stands twice");
      }),
    );

    promise(
      "R3 two members may have lines of one id, each their own",
      Effect.gen(function* () {
        const { line } = yield* Purchases;
        const [ada, bob] = [newMember(), newMember()];
        const hers = aPurchase({ paid: 100_00 });
        const his = { ...hers, quantity: 3 };
        yield* acted(() => upsert(ada, [hers]));
        yield* acted(() => upsert(bob, [his]));
        assert.deepStrictEqual(
          yield* line(ada, hers.id),
          Option.some(hers),
          "one member's line became another's",
        );
        assert.deepStrictEqual(
          yield* line(bob, his.id),
          Option.some(his),
          "one member's line became another's",
        );
      }),
    );
  });

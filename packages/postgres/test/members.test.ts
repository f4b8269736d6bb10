import { assert } from "@effect/vitest";
import {
  cents,
  Email,
  instant,
  type Member,
  MemberId,
  Members,
  type PurchaseLine,
  PurchaseLineId,
  Purchases,
} from "@resale/core";
import { PostgresMembers, PostgresPurchases, sqlLayer } from "@resale/postgres";
import { suite } from "@resale/testkit/contracts";
import { Effect, Layer, Option } from "effect";
import { migrated } from "./database.ts";

const member = (fields: Partial<Member> = {}): Member => ({
  id: MemberId.make(crypto.randomUUID()),
  email: Email.make(`Ada.${crypto.randomUUID()}@Example.com`),
  displayName: "Ada",
  membership: "Active",
  ...fields,
});

const line = (id: string, at: number): PurchaseLine => ({
  id: PurchaseLineId.make(id),
  product: {
    sku: "30S0G",
    name: "Jet Set tote",
    category: "handbags",
    ownBrand: true,
    msrp: cents(29_800),
  },
  quantity: 1,
  refunded: 0,
  paid: cents(19_800),
  purchasedAt: instant(at),
  channel: { _tag: "Online" },
});

const shop = Layer.mergeAll(PostgresMembers.layer, PostgresPurchases.layer).pipe(
  Layer.provide(Layer.unwrap(Effect.map(migrated, (url) => sqlLayer({ url })))),
);

suite("a shop's own tables", shop, (it) => {
  it.effect("R1 a member is found as the shop last told of them", () =>
    Effect.gen(function* () {
      const { upsertMembers } = yield* PostgresMembers;
      const { get } = yield* Members;
      const ada = member();
      yield* upsertMembers([ada, member()]);
      assert.deepStrictEqual(yield* get(ada.id), Option.some(ada));
      yield* upsertMembers([
        { ...ada, displayName: "old" },
        { ...ada, membership: "Lapsed" },
      ]);
      assert.deepStrictEqual(yield* get(ada.id), Option.some({ ...ada, membership: "Lapsed" }));
      assert.isTrue(Option.isNone(yield* get(MemberId.make("nobody"))));
    }),
  );

  it.effect("R2 a member is found by e-mail, whatever the case of its letters", () =>
    Effect.gen(function* () {
      const { upsertMembers } = yield* PostgresMembers;
      const { byEmail } = yield* Members;
      const ada = member();
      yield* upsertMembers([ada]);
      assert.deepStrictEqual(yield* byEmail(Email.make(ada.email.toUpperCase())), Option.some(ada));
      const moved = { ...ada, email: Email.make(`new.${ada.email}`) };
      yield* upsertMembers([moved]);
      assert.isTrue(Option.isNone(yield* byEmail(ada.email)));
      assert.deepStrictEqual(yield* byEmail(moved.email), Option.some(moved));
    }),
  );

  it.effect("R3 a history holds the member's own lines only, newest first", () =>
    Effect.gen(function* () {
      const { upsertPurchases } = yield* PostgresPurchases;
      const purchases = yield* Purchases;
      const [ada, bob] = [member().id, member().id];
      const [old, recent] = [line("order-1.1", 1_000), line("order-2.1", 2_000)];
      yield* upsertPurchases(ada, [old, recent]);
      assert.deepStrictEqual(yield* purchases.ofMember(ada), [recent, old]);
      assert.deepStrictEqual(yield* purchases.ofMember(bob), []);
      assert.deepStrictEqual(yield* purchases.line(ada, old.id), Option.some(old));
      assert.isTrue(Option.isNone(yield* purchases.line(bob, old.id)));
      yield* upsertPurchases(ada, [{ ...old, refunded: 1 }]);
      assert.deepStrictEqual(yield* purchases.line(ada, old.id), Option.some({ ...old, refunded: 1 }));
      yield* upsertPurchases(bob, []);
    }),
  );
});

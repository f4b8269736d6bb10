import { assert } from "@effect/vitest";
import { Store } from "@resale/core";
import { Writes } from "@resale/postgres";
import { change, newId, newSubject, suite } from "@resale/testkit/contracts";
import { Effect } from "effect";
import { SqlClient } from "effect/sql";
import { findGiftCards } from "../src/migrations/0030_find_gift_cards.ts";
import { freshStore } from "./database.ts";

const paidBy = (reference: string) => ({ state: { payout: { _tag: "Issued", reference } } });

suite("R48 an order that was paid out before gift cards were looked for", freshStore(), (it) => {
  it.effect("is found by its gift card, too", () =>
    Effect.gen(function* () {
      const { commit, find } = yield* Store;
      const writes = yield* Writes;
      const [before, since, unpaid] = [newSubject(), newSubject(), newSubject()];
      const [old, young] = [newId(), newId()];
      yield* commit({ changes: [change(before, paidBy(`gid://issuer/GiftCard/${old}`))] });
      yield* commit({ changes: [change(since, { ...paidBy(young), index: { credit: young } })] });
      yield* commit({ changes: [change(unpaid, { state: { payout: { _tag: "NotYet" } } })] });
      const fill = Effect.provideService(findGiftCards, SqlClient.SqlClient, writes);
      yield* fill;
      yield* fill;
      const ids = (credit: string) =>
        Effect.map(find({ kind: "order", credit, limit: 9 }), (found) => found.map(({ subject }) => subject));
      assert.deepStrictEqual(yield* ids(old), [before]);
      assert.deepStrictEqual(yield* ids(young), [since]);
      yield* commit({ changes: [change(before, { expected: 1, index: { credit: old } })] });
      assert.deepStrictEqual(yield* ids(old), [before], "and stays to be found");
    }),
  );
});

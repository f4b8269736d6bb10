import { Store } from "@resale/core";
import { PostgresMembers, PostgresPurchases } from "@resale/postgres";
import { isSown, sow, sowFirst } from "@resale/seed";
import { Effect } from "effect";
import { Command, Flag } from "effect/cli";
import { withDatabase } from "../database/withDatabase.ts";
import { unusable } from "../Stop.ts";
import { counted, say } from "../told/print.ts";
import { progress, progressFlag } from "../told/progress.ts";

const MOST = 100_000;

const refuseRealShops = Effect.gen(function* () {
  const { find } = yield* Store;
  const [orders, listings] = yield* Effect.all([
    find({ kind: "order", limit: 1 }),
    find({ kind: "listing", limit: 1 }),
  ]);
  if (orders.length > 0) {
    return yield* unusable(
      "This database has sales: made-up pieces would stand among real ones. If that is what you want: --force",
    );
  }
  if (listings.length > 0 && !(yield* isSown)) {
    return yield* unusable(
      "This database has pieces that were not made up. If made-up ones are to stand among them: --force",
    );
  }
});

const fill = Effect.fnUntraced(function* (listings: number, isForced: boolean, isWanted: boolean) {
  if (!isForced) yield* refuseRealShops;
  const { upsertMembers } = yield* PostgresMembers;
  const { upsertPurchases } = yield* PostgresPurchases;
  const shop = { upsertMembers, upsertPurchases };
  const tell = yield* progress(isWanted);
  const onListed = (listed: number) => tell(() => `${listed} of ${counted(listings, "piece")} put up`);
  const began = performance.now();
  let batch = "seed";
  if (!(yield* sowFirst(shop, { listings, onListed }))) {
    batch = `seed-${crypto.randomUUID().slice(0, 8)}`;
    yield* sow(shop, { batch, listings, onListed });
  }
  const seconds = (performance.now() - began) / 1000;
  yield* say(
    { listings, batch, seconds },
    `${counted(listings, "piece")} put up in ${seconds.toFixed(1)} s, most of them live, some waiting for review.`,
  );
});

/** `resale seed` */
export const seed = Command.make(
  "seed",
  {
    listings: Flag.Int("listings").pipe(
      Flag.withDescription("How many pieces to put up"),
      Flag.filter(
        (listings) => listings >= 1 && listings <= MOST,
        () => `between 1 and ${MOST}`,
      ),
      Flag.withDefault(60),
    ),
    force: Flag.Boolean("force").pipe(
      Flag.withDescription("Also where there are sales, or pieces that were not made up"),
      Flag.withDefault(false),
    ),
    progress: progressFlag,
  },
  ({ listings, force, progress: isWanted }) =>
    Effect.scoped(withDatabase(fill(listings, force, isWanted), true)),
).pipe(
  Command.withDescription(
    "Fill a database with believable pieces of made-up members, through the same doors that members and reviewers use. An empty database is made ready first; one with sales is refused. Given again, it adds as many.",
  ),
  Command.withShortDescription("Fill a database with believable pieces"),
  Command.withExamples([
    { command: "resale seed", description: "What `npm start` shows at first" },
    { command: "resale seed --listings 2000", description: "A shop in which searching is worth while" },
  ]),
);

import { PostgresPurchases, sqlLayer } from "@resale/postgres";
import { purchasesContract } from "@resale/testkit/contracts";
import { Effect, Layer } from "effect";
import { migrated } from "./database.ts";

const sql = Layer.unwrap(Effect.map(migrated, (url) => sqlLayer({ url })));

purchasesContract("postgres", Layer.provide(PostgresPurchases.layer, sql), {
  upsert: (member, lines) => PostgresPurchases.use(({ upsertPurchases }) => upsertPurchases(member, lines)),
});

import { PostgresMembers, sqlLayer } from "@resale/postgres";
import { membersContract } from "@resale/testkit/contracts";
import { Effect, Layer } from "effect";
import { migrated } from "./database.ts";

const sql = Layer.unwrap(Effect.map(migrated, (url) => sqlLayer({ url })));

membersContract("postgres", Layer.provide(PostgresMembers.layer, sql), {
  upsert: (members) => PostgresMembers.use(({ upsertMembers }) => upsertMembers(members)),
});

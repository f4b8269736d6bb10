import { Effect } from "effect";
import { Migrator, SqlClient } from "effect/sql";
import { createSubjects } from "./0001_create_subjects.ts";
import { createEvents } from "./0002_create_events.ts";
import { createTasks } from "./0003_create_tasks.ts";
import { createAnswers } from "./0004_create_answers.ts";
import { createCatalogue } from "./0005_create_catalogue.ts";
import { createMembers } from "./0006_create_members.ts";
import { indexRetention } from "./0007_index_retention.ts";
import { keepStatesWhole } from "./0008_keep_states_whole.ts";
import { raisePositions } from "./raisePositions.ts";

const loader = Migrator.fromRecord({
  "0001_create_subjects": createSubjects,
  "0002_create_events": createEvents,
  "0003_create_tasks": createTasks,
  "0004_create_answers": createAnswers,
  "0005_create_catalogue": createCatalogue,
  "0006_create_members": createMembers,
  "0007_index_retention": indexRetention,
  "0008_keep_states_whole": keepStatesWhole,
});

const run = Migrator.make({})({ loader, table: "resale.migrations" });

/** Any number; all processes that migrate wait for one another on it. */
const LOCK = 5_207_146_001;

/** Brings the database up to date. Any number of processes may do so at once: one works, the others wait. */
export const migrate = Effect.fn("migrate")(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql.withTransaction(
    Effect.gen(function* () {
      yield* sql`set local statement_timeout = 0`;
      yield* sql`select pg_advisory_xact_lock(${LOCK}::bigint)`;
      yield* sql`create schema if not exists resale`;
      yield* run;
      yield* raisePositions;
    }),
  );
});

export {
  type AppliedMigration,
  type MigrationStatus,
  migrateDatabase,
  migrationStatus,
} from "./migrations/database.ts";
export { StoreGauges } from "./observing/StoreGauges.ts";
export * from "./PostgresMembers.ts";
export * from "./PostgresPurchases.ts";
export * from "./PostgresStore.ts";
export { SharedHits } from "./SharedHits.ts";
export { layer as sqlLayer, Reads, type SqlFailure, type SqlOptions, Writes } from "./Sql.ts";
export type { Taken, TakeOptions } from "./Taken.ts";
export { Wakeups } from "./Wakeups.ts";

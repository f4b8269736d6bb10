export * from "./PostgresStore.ts";
export { layer as sqlLayer, Reads, type SqlFailure, type SqlOptions, Writes } from "./Sql.ts";
export { Wakeups } from "./Wakeups.ts";

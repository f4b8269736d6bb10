export * from "./EmbeddedPostgres.ts";
export * from "./EmbeddedPostgresError.ts";

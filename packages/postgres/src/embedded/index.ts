export * from "./EmbeddedPostgres.ts";
export * from "./EmbeddedPostgresError.ts";
export * from "./embeddedStore.ts";

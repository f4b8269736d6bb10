export * from "./testDatabase.ts";

export * from "./checkouts.ts";
export * from "./listings.ts";
export * from "./orders.ts";
export * from "./people.ts";
export * from "./pieces.ts";
export * from "./programs.ts";
export * from "./Story.ts";
export * from "./times.ts";

export * from "./Piece.ts";
export * from "./people.ts";
export * from "./photoOf.ts";
export * from "./pieces.ts";
export { purchaseOf } from "./plan.ts";
export * from "./sow.ts";
export { wornAt } from "./wornAt.ts";

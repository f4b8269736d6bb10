export { drawPiece } from "./drawPiece.ts";
export * from "./Piece.ts";
export { type Phone, photograph, somePhone } from "./photograph.ts";

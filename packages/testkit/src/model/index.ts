export { type Move, movesOf } from "./movesOf.ts";
export { checkWholeLife, type Lives, reachedBy } from "./wholeLife.ts";

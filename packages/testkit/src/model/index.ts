export { type Move, movesOf } from "./movesOf.ts";
export { checkWholeLife, type Lives, reachedBy } from "./wholeLife.ts";
export { checkWholeLifeOn } from "./wired/checkWiring.ts";
export type { Wiring } from "./wired/Wiring.ts";

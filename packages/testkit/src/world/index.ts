export { hurried } from "./hurried.ts";
export { memoryProviders, randomIds, silentWorld, testLinks } from "./memoryProviders.ts";
export { SettableClock, settableClockLayer } from "./SettableClock.ts";
export { buyPieces, holdPieces, listPiece, scanParcel, signedIn } from "./sale.ts";
export { makeWorld, type World } from "./World.ts";

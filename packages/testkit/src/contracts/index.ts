export * from "./changes.ts";
export * from "./claimsContract.ts";
export * from "./findContract.ts";
export * from "./historyContract.ts";
export * from "./StoreLayer.ts";
export * from "./storeContract.ts";
export * from "./tasksContract.ts";
export * from "./timersContract.ts";

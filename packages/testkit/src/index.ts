export * from "./memory/Faults.ts";
export * from "./memory/MemoryStore.ts";

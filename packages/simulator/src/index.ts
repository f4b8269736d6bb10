export * from "./Faults.ts";
export * from "./FolderLog.ts";
export * from "./IdempotencyKeys.ts";
export * from "./Outbox.ts";
export * from "./Signature.ts";
export * from "./wholeFile.ts";

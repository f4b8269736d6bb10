import { readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { Effect, type Scope } from "effect";
import type { DataFolder } from "./DataFolder.ts";
import { AlreadyRunning, FolderUnusable } from "./EmbeddedPostgresError.ts";

const SQLITE_BUSY = 5;

const isBusy = (cause: unknown): boolean =>
  cause instanceof Error && "errcode" in cause && cause.errcode === SQLITE_BUSY;

const ownerOf = (folder: DataFolder): number | undefined => {
  try {
    return Number.parseInt(readFileSync(folder.owner, "utf8"), 10) || undefined;
  } catch {
    return undefined;
  }
};

const lock = (folder: DataFolder): DatabaseSync => {
  const database = new DatabaseSync(folder.lock, { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    database.close();
    throw cause;
  }
  writeFileSync(folder.owner, `${process.pid}\n`);
  return database;
};

/**
 * Makes this process the only owner of the folder until the scope closes. The lock is one the operating system holds
 * on an (otherwise empty) SQLite file: it ends with the process however that ends, so it is never stale, and it holds
 * between containers that share the folder, where process ids say nothing.
 */
export const ownership = (
  folder: DataFolder,
): Effect.Effect<void, AlreadyRunning | FolderUnusable, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.try({
      try: () => lock(folder),
      catch: (cause) =>
        isBusy(cause)
          ? new AlreadyRunning({ folder: folder.path, pid: ownerOf(folder) })
          : new FolderUnusable({ folder: folder.path, reason: `it cannot be locked (${cause})`, cause }),
    }),
    (database) => Effect.sync(() => database.close()),
  ).pipe(Effect.asVoid);

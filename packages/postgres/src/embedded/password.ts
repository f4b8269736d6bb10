import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { Effect, Redacted } from "effect";
import type { DataFolder } from "./DataFolder.ts";
import { FolderUnusable } from "./EmbeddedPostgresError.ts";
import type { Account } from "./ServerUser.ts";

const create = (file: string): void => {
  writeFileSync(`${file}.new`, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
};

/** The database's password: random, made once, in a file that nobody but its owner can read. */
export const password = (folder: DataFolder): Effect.Effect<Redacted.Redacted, FolderUnusable> =>
  Effect.try({
    try: () => {
      const isNew = !existsSync(folder.password);
      if (isNew && existsSync(folder.cluster)) throw new Error(`${folder.password} is missing`);
      if (isNew) create(folder.password);
      return Redacted.make(readFileSync(folder.password, "utf8").trim());
    },
    catch: (cause) => new FolderUnusable({ folder: folder.path, reason: String(cause), cause }),
  });

/** Hands the password's file to the account that `initdb` runs as. */
export const handOver = (folder: DataFolder, account: Account | undefined): void => {
  if (account !== undefined) chownSync(folder.password, account.uid, account.gid);
};

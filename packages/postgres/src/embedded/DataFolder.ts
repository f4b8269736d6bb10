import { mkdirSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { Effect } from "effect";
import { FolderUnusable } from "./EmbeddedPostgresError.ts";

/** Where an embedded database keeps what. All paths are absolute. */
export interface DataFolder {
  readonly path: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  readonly password: string;
  readonly log: string;
  readonly lock: string;
  readonly owner: string;
}

/** A data directory under construction is a sibling of the finished one, under a name starting so. */
export const UNFINISHED = "cluster.new-";

/** Lays out the folder and makes it if it is not there. */
export const dataFolder = (path: string): Effect.Effect<DataFolder, FolderUnusable> =>
  Effect.try({
    try: () => {
      const folder = resolve(path);
      mkdirSync(folder, { recursive: true });
      readdirSync(folder);
      return {
        path: folder,
        cluster: join(folder, "cluster"),
        password: join(folder, "password"),
        log: join(folder, "server.log"),
        lock: join(folder, "owner.lock"),
        owner: join(folder, "owner.pid"),
      };
    },
    catch: (cause) => new FolderUnusable({ folder: path, reason: String(cause), cause }),
  });

import { execFileSync } from "node:child_process";
import { realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Effect } from "effect";
import { type Capability, traversal } from "./capabilities.ts";
import type { DataFolder } from "./DataFolder.ts";
import { FolderUnusable } from "./EmbeddedPostgresError.ts";

/** An account of the operating system. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * As whom PostgreSQL runs: as ourselves (no account), or, since it refuses to be root, as another account, which may
 * need a capability to walk through folders that are root's alone.
 */
export interface ServerUser {
  readonly account: Account | undefined;
  readonly capability: Capability | undefined;
}

const CANDIDATES = ["postgres", "nobody"];
const OURSELVES: ServerUser = { account: undefined, capability: undefined };

const lookUp = (name: string): Account | undefined => {
  try {
    const id = (flag: string) =>
      Number.parseInt(
        execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
        10,
      );
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
};

const ownerOf = (path: string): Account | undefined => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? undefined : { uid: found.uid, gid: found.gid };
};

const mayPass = (folder: string, { uid, gid }: Account): boolean => {
  const found = statSync(folder);
  const shift = found.uid === uid ? 6 : found.gid === gid ? 3 : 0;
  return ((found.mode >> shift) & 1) === 1;
};

const reaches = (path: string, account: Account): boolean => {
  for (let folder = dirname(realpathSync(path)); ; folder = dirname(folder)) {
    if (!mayPass(folder, account)) return false;
    if (folder === dirname(folder)) return true;
  }
};

const forRoot = (folder: DataFolder, program: string): ServerUser | string => {
  const owner = ownerOf(folder.cluster);
  const account = owner?.uid === 0 || owner === undefined ? CANDIDATES.map(lookUp).find(Boolean) : owner;
  if (account === undefined) {
    return `PostgreSQL does not run as root, and there is no account ${CANDIDATES.join(" or ")} to run it as`;
  }
  if (reaches(folder.password, account) && reaches(program, account))
    return { account, capability: undefined };
  const capability = traversal();
  if (capability !== undefined) return { account, capability };
  return (
    `PostgreSQL does not run as root, and uid ${account.uid} cannot enter every folder above it or above ${program}. ` +
    "Move both out of root's own folders, or start as an ordinary user"
  );
};

const forOrdinary = (folder: DataFolder): ServerUser | string => {
  const owner = ownerOf(folder.cluster);
  if (owner === undefined || owner.uid === process.getuid?.()) return OURSELVES;
  return `its files belong to uid ${owner.uid}, not to you; start as root or as that user`;
};

/** Chooses as whom to run `program` (a path) on the folder; a database that exists stays with its owner. */
export const serverUser = (
  folder: DataFolder,
  program: string,
): Effect.Effect<ServerUser, FolderUnusable> => {
  if (process.platform === "win32") return Effect.succeed(OURSELVES);
  return Effect.try({
    try: () => (process.getuid?.() === 0 ? forRoot(folder, program) : forOrdinary(folder)),
    catch: (cause) => new FolderUnusable({ folder: folder.path, reason: String(cause), cause }),
  }).pipe(
    Effect.flatMap((chosen) =>
      typeof chosen === "string"
        ? Effect.fail(new FolderUnusable({ folder: folder.path, reason: chosen }))
        : Effect.succeed(chosen),
    ),
  );
};

import { Data } from "effect";

/** Another living process runs a database in the folder. */
export class AlreadyRunning extends Data.TaggedError("AlreadyRunning")<{
  readonly folder: string;
  /** Process id of the owner, where it could be read. */
  readonly pid: number | undefined;
}> {
  override get message(): string {
    const owner = this.pid === undefined ? "another process" : `process ${this.pid}`;
    return `The database in ${this.folder} is already run by ${owner}. Stop that one, or choose another folder.`;
  }
}

/** There is no PostgreSQL for this machine among the installed packages. */
export class NoBinaries extends Data.TaggedError("NoBinaries")<{
  readonly platform: string;
  readonly cause?: unknown;
}> {
  override get message(): string {
    return `No PostgreSQL is installed for ${this.platform}. Use a server instead (DATABASE_URL).`;
  }
}

/** The folder cannot hold a database as things are. */
export class FolderUnusable extends Data.TaggedError("FolderUnusable")<{
  readonly folder: string;
  readonly reason: string;
  readonly cause?: unknown;
}> {
  override get message(): string {
    return `No database can live in ${this.folder}: ${this.reason}`;
  }
}

/** `initdb` or `postgres` gave up; what it wrote is in `output`. */
export class StartFailed extends Data.TaggedError("StartFailed")<{
  readonly folder: string;
  readonly program: "initdb" | "postgres";
  readonly output: string;
  readonly cause?: unknown;
}> {
  override get message(): string {
    return `${this.program} failed in ${this.folder}:\n${this.output}`;
  }
}

/** Why an embedded database did not start. */
export type EmbeddedPostgresError = AlreadyRunning | NoBinaries | FolderUnusable | StartFailed;

/** The database died, again and again or for good: it is not coming back by itself. */
export class ServerLost extends Data.TaggedError("ServerLost")<{
  readonly folder: string;
  readonly output: string;
}> {
  override get message(): string {
    return `The database in ${this.folder} died and does not stay up:\n${this.output}`;
  }
}

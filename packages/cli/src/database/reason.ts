const property = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : undefined;

const deepest = (cause: unknown): string => {
  const inner = property(cause, "cause");
  if (inner !== undefined && inner !== null && property(inner, "message") !== undefined)
    return deepest(inner);
  return String(property(cause, "message") ?? cause);
};

/** Why the database can't be used, in a sentence that names the way out; nothing, if it is a mistake of ours. */
export const reasonOf = (cause: unknown): string | undefined => {
  switch (property(cause, "_tag")) {
    case "AlreadyRunning": {
      const owner = property(cause, "pid");
      return `The database in ${property(cause, "folder")} is held by ${owner === undefined ? "another process" : `process ${owner}`}: a server that runs, most likely. Stop that one first; a PostgreSQL server of its own (--database-url) may be used by many.`;
    }
    case "SqlError":
    case "MigrationError":
      return `The database can't be used: ${deepest(cause)}. Check --database-url or DATABASE_URL.`;
    case "ConfigError":
      return `A setting is not right: ${property(cause, "message")}`;
    case "NoBinaries":
    case "FolderUnusable":
    case "StartFailed":
      return `The embedded database did not start: ${property(cause, "message")}`;
    case "StoreUnavailable":
      return `The database does not answer: ${property(cause, "reason")}. Try again; if it stays so, check the server.`;
    default:
      return undefined;
  }
};

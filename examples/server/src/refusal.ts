const property = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : undefined;

/** Why the server did not start, in a sentence that names the way out; nothing, if it is a mistake of ours. */
export const reasonNotToStart = (cause: unknown): string | undefined => {
  if (property(cause, "code") === "EADDRINUSE") {
    const port = property(cause, "port");
    return `Port ${port} is taken. Choose another one: PORT=${Number(port) + 1} npm start`;
  }
  if (property(cause, "code") === "EACCES") {
    return `This account may not listen on port ${property(cause, "port")}. Choose one above 1023: PORT=4000 npm start`;
  }
  switch (property(cause, "_tag")) {
    case "AlreadyRunning":
      return `Another server (process ${property(cause, "pid")}) has its data in ${property(cause, "folder")}. Stop it, or choose another folder: DATA_DIR=./other npm start`;
    case "SqlError":
    case "MigrationError":
      return `The database can't be used: ${property(cause, "message")}. Check DATABASE_URL, or leave it out to start the embedded one.`;
    case "ConfigError":
      return `A setting is not right: ${property(cause, "message")}`;
    case "SandboxRefused":
      return `A sandbox and real providers don't go together: leave out SANDBOX=on, or ${property(cause, "because")}.`;
    case "SignInMissing":
      return `With a real provider (${property(cause, "because")}) somebody has to say who asks: set JWKS_URL to the keys of the shop's own sign-in, or, to try it out where nobody else can come, OPEN_SIGN_IN=on.`;
    case "ClockWasSet":
      return `The clock of ${property(cause, "folder")} was set forward, and real providers live in the present. Choose another folder: DATA_DIR=./other npm start`;
    case "NoBinaries":
    case "FolderUnusable":
    case "StartFailed":
      return `The embedded database did not start: ${property(cause, "message")}`;
    default:
      return undefined;
  }
};

import { createServer } from "node:net";
import { Effect } from "effect";

/** A port that nobody listens on at this moment: links in mails have to name it before the server listens. */
export const freePort = (host: string): Effect.Effect<number> =>
  Effect.callback((resume) => {
    const server = createServer();
    server.once("error", (cause) => resume(Effect.die(cause)));
    server.listen({ host, port: 0, exclusive: true }, () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resume(Effect.succeed(port)));
    });
  });

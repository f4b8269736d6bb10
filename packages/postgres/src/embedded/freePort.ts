import { createServer } from "node:net";
import { Effect } from "effect";

/** A TCP port of 127.0.0.1 that nobody listens on at this moment. */
export const freePort: Effect.Effect<number> = Effect.callback((resume) => {
  const server = createServer();
  server.on("error", (cause) => resume(Effect.die(cause)));
  server.listen({ host: "127.0.0.1", port: 0, exclusive: true }, () => {
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    server.close(() => resume(Effect.succeed(port)));
  });
});

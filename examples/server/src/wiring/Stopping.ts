import type { FastifyInstance } from "fastify";

/** How a server comes to its end, in milliseconds. */
export interface Stop {
  /** How long requests are still taken, while it says that it is not ready any more. */
  readonly after: number;
  /** How long requests at work may take after that. */
  readonly within: number;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/**
 * Ends a server without cutting anybody off. First it says that it is not ready, and that each answer is the last on its
 * connection; then it takes no new connection, and waits for those at work, but not for ever.
 */
export class Stopping {
  #stopping = false;

  readonly isStopping = (): boolean => this.#stopping;

  watch(app: FastifyInstance): void {
    app.addHook("onSend", (_, reply, __, done) => {
      if (this.#stopping) reply.header("connection", "close");
      done();
    });
  }

  async close(app: FastifyInstance, { after, within }: Stop): Promise<void> {
    this.#stopping = true;
    if (after > 0) await pause(after);
    const cut = setTimeout(() => app.server.closeAllConnections(), within);
    await app.close();
    clearTimeout(cut);
  }
}

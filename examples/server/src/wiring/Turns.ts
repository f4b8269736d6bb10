import { Effect } from "effect";
import type { FastifyInstance } from "fastify";

/** How long a task stands back for requests at most, and how often it looks, in milliseconds. */
const LONGEST = 200;
const LOOK_AGAIN = 10;

/**
 * Requests before tasks: who waits for an answer comes before a mail or a label. While many ask, tasks go on one by one;
 * a shop that is always busy has processes of their own for them.
 */
export class Turns {
  #open = 0;

  /** Counts the requests that are being answered. */
  watch(app: FastifyInstance): void {
    // The answer's own end: it comes once for each request, also for those that were broken off.
    app.addHook("onRequest", (_, reply, next) => {
      this.#open += 1;
      reply.raw.once("close", () => {
        this.#open -= 1;
      });
      next();
    });
  }

  /** Comes when nobody waits for an answer, or has been waiting for long enough. */
  readonly turn: Effect.Effect<void> = Effect.gen({ self: this }, function* () {
    for (let waited = 0; this.#open > 0 && waited < LONGEST; waited += LOOK_AGAIN) {
      yield* Effect.sleep(LOOK_AGAIN);
    }
  });
}

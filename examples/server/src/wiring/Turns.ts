import { Clock, Effect } from "effect";
import type { FastifyInstance } from "fastify";

/** While somebody waits for an answer, one task begins in so many milliseconds; how often each looks. */
const GAP = 20;
const LOOK_AGAIN = 10;

/**
 * Requests before tasks: who waits for an answer comes before a mail or a label. While many ask, tasks go on one by one,
 * whichever provider they are for; a shop that is always busy has processes of their own for them.
 */
export class Turns {
  #open = 0;
  #last = Number.NEGATIVE_INFINITY;

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

  /** Comes when nobody waits for an answer, or when no task has begun for a while. */
  readonly turn: Effect.Effect<void> = Effect.gen({ self: this }, function* () {
    while (this.#open > 0 && (yield* Clock.currentTimeMillis) - this.#last < GAP) {
      yield* Effect.sleep(LOOK_AGAIN);
    }
    this.#last = yield* Clock.currentTimeMillis;
  });
}

import type { FastifyInstance } from "fastify";
import { type Refused, refused, unreachable } from "../Refused.ts";

const DEFAULTS = { most: 5000, ofOne: 30 };

const tooMany = refused("TooManyStreams", "You look at too much at once. Close a page, then try again.", {
  headers: { "retry-after": "10" },
});

/** Who looks on at changes: so many and no more, and none of them holds up a server that is to stop. */
export class OpenStreams {
  private readonly limits: { readonly most: number; readonly ofOne: number };
  private readonly stops = new Set<() => void>();
  private readonly ofCallers = new Map<string, number>();

  constructor(fastify: FastifyInstance, limits = DEFAULTS) {
    this.limits = limits;
    fastify.addHook("preClose", (done) => {
      for (const stop of this.stops) stop();
      done();
    });
  }

  /** Counts one in, or says why not. */
  open(caller: string, stop: () => void): { readonly close: () => void } | Refused {
    if (this.stops.size >= this.limits.most) return unreachable;
    const already = this.ofCallers.get(caller) ?? 0;
    if (already >= this.limits.ofOne) return tooMany;
    this.ofCallers.set(caller, already + 1);
    this.stops.add(stop);
    return {
      close: () => {
        if (!this.stops.delete(stop)) return;
        const left = (this.ofCallers.get(caller) ?? 1) - 1;
        if (left > 0) this.ofCallers.set(caller, left);
        else this.ofCallers.delete(caller);
      },
    };
  }
}

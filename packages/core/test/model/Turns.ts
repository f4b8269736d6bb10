import { Effect } from "effect";

/** Somebody at work, who waits at each call for a turn. */
export interface Worker {
  readonly name: string;
  state: "Waiting" | "Running" | "Done" | "Dead";
  /** What each of its calls waits with: somebody may have several on their way at once. */
  readonly calls: Array<() => void>;
}

type Call = (...said: ReadonlyArray<never>) => Effect.Effect<unknown, unknown, unknown>;

/**
 * Lets one worker go on at a time, from one call of a port to the next, so that a test decides in which order things
 * happen. A worker that never gets another turn has died there, as a process dies: nothing of it is cleaned up.
 */
export class Turns {
  readonly workers: Array<Worker> = [];

  get waiting(): ReadonlyArray<Worker> {
    return this.workers.filter(({ state }) => state === "Waiting");
  }

  /** The port, as this worker has it: each of its calls waits for a turn. */
  gated<Port extends object>(worker: Worker, port: Port): Port {
    const turn = Effect.callback<void>((resume) => {
      worker.state = "Waiting";
      worker.calls.push(() => resume(Effect.void));
    });
    const over = Effect.sync(() => {
      if (worker.calls.length > 0) worker.state = "Waiting";
    });
    const entries = Object.entries(port as Readonly<Record<string, Call>>).map(([name, call]) => [
      name,
      (...said: ReadonlyArray<never>) => Effect.ensuring(Effect.andThen(turn, call(...said)), over),
    ]);
    return Object.fromEntries(entries) as Port;
  }

  begin(name: string): Worker {
    const worker: Worker = { name, state: "Running", calls: [] };
    this.workers.push(worker);
    return worker;
  }

  /** Comes back once nobody runs. */
  async settled(): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.workers.some(({ state }) => state === "Running"));
  }

  async giveTurn(worker: Worker): Promise<void> {
    worker.state = "Running";
    worker.calls.shift()?.();
    await this.settled();
  }

  kill(worker: Worker): void {
    worker.state = "Dead";
  }
}

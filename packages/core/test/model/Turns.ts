import { Effect } from "effect";

/** Somebody at work, who waits at each call for a turn. */
export interface Worker {
  readonly name: string;
  state: "Waiting" | "Running" | "Done" | "Dead";
  go: () => void;
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
      worker.go = () => {
        worker.state = "Running";
        resume(Effect.void);
      };
    });
    const entries = Object.entries(port as Readonly<Record<string, Call>>).map(([name, call]) => [
      name,
      (...said: ReadonlyArray<never>) => Effect.andThen(turn, call(...said)),
    ]);
    return Object.fromEntries(entries) as Port;
  }

  begin(name: string): Worker {
    const worker: Worker = { name, state: "Running", go: () => undefined };
    this.workers.push(worker);
    return worker;
  }

  /** Comes back once nobody runs. */
  async settled(): Promise<void> {
    while (this.workers.some(({ state }) => state === "Running")) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async giveTurn(worker: Worker): Promise<void> {
    worker.go();
    await this.settled();
  }

  kill(worker: Worker): void {
    worker.state = "Dead";
  }
}

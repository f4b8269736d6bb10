import { Effect, Layer, Logger, Tracer } from "effect";

/** All that leaves the program by spans and logs while a test runs, as one text. */
export class Watching {
  readonly #spans: Array<Tracer.NativeSpan> = [];
  readonly #logs: Array<string> = [];

  readonly layer = Layer.mergeAll(
    Layer.succeed(
      Tracer.Tracer,
      Tracer.make({
        span: (options) => {
          const span = new Tracer.NativeSpan(options);
          this.#spans.push(span);
          return span;
        },
      }),
    ),
    Logger.layer([
      Logger.make(({ message, cause }) => void this.#logs.push(JSON.stringify([message, String(cause)]))),
    ]),
  );

  get spans(): ReadonlyArray<string> {
    return this.#spans.map(({ name }) => name);
  }

  get text(): string {
    const spans = this.#spans.map(({ name, attributes, events, status }) =>
      JSON.stringify([name, [...attributes], events, status], (_, value) =>
        typeof value === "bigint" ? `${value}` : value,
      ),
    );
    return [...spans, ...this.#logs].join("\n");
  }
}

/** Starts a call, and goes on when the provider has heard it. */
export const whenHeard = <A, E, R>(call: Effect.Effect<A, E, R>, heard: Promise<unknown>) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(call, { startImmediately: true });
    yield* Effect.promise(() => heard);
    return fiber;
  });

/** Waits until something has become so over connections of the machine's own, and for what comes of it at once. */
export const becoming = (isSo: () => boolean) =>
  Effect.promise(async () => {
    for (let turn = 0; turn < 20_000 && !isSo(); turn++) await new Promise(setImmediate);
    if (!isSo()) throw new Error(`it never came to be that ${isSo}`);
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
  });

import { inspect } from "node:util";
import { Effect, Logger, References, Tracer } from "effect";

/** All that a program says to anybody: its answer or failure, its logs, its spans with all they hold. */
export const overheard = <A, E, R>(program: Effect.Effect<A, E, R>): Effect.Effect<string, never, R> =>
  Effect.suspend(() => {
    const spans: Array<Tracer.NativeSpan> = [];
    const logs: Array<unknown> = [];
    const tracer = Tracer.make({
      span: (options) => {
        const span = new Tracer.NativeSpan(options);
        spans.push(span);
        return span;
      },
    });
    return Effect.exit(program).pipe(
      Effect.tap((exit) => Effect.logError("it ended", exit)),
      Effect.map((exit) => {
        const heard = spans.map((span) => [span.name, [...span.attributes], span.status, span.events]);
        return inspect([exit, heard, logs], { depth: 20, maxStringLength: null, maxArrayLength: null });
      }),
      Effect.withTracer(tracer),
      Effect.provide(Logger.layer([Logger.make(({ message, cause }) => void logs.push([message, cause]))])),
      Effect.provideService(References.MinimumLogLevel, "All"),
    );
  });

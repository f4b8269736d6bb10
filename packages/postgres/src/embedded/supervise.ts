import { Clock, Deferred, Effect, Schedule } from "effect";
import { dieTogether } from "./dieTogether.ts";
import { ServerLost, type StartFailed } from "./EmbeddedPostgresError.ts";
import { freePort } from "./freePort.ts";
import {
  exited,
  hasExited,
  logTail,
  ready,
  type Server,
  type ServerPlan,
  spawnServer,
  stop,
} from "./Server.ts";

const MOST_DEATHS = 5;
const WITHIN = 60_000;

const passesByItself = ({ output }: StartFailed): boolean =>
  /could not bind|shared memory block .* is still in use|lock file .* already exists/s.test(output);

const patiently = Schedule.spaced("100 millis").pipe(
  Schedule.upTo({ times: 50 }),
  Schedule.setInputType<StartFailed>(),
  Schedule.while(({ input }) => passesByItself(input)),
);

/**
 * Starts the server and keeps it up until the scope closes. One that dies is started again at the same port; after
 * five deaths in a minute, or when it doesn't start any more, `lost` fails.
 */
export const supervise = Effect.fnUntraced(function* (plan: ServerPlan) {
  const slot: { server?: Server } = {};
  const lost = yield* Deferred.make<never, ServerLost>();
  const interrupt = () => {
    if (slot.server !== undefined && !hasExited(slot.server)) slot.server.child.kill("SIGINT");
  };
  yield* Effect.addFinalizer(() => (slot.server === undefined ? Effect.void : stop(slot.server)));
  yield* dieTogether(interrupt);

  const start = Effect.fnUntraced(function* (port: number) {
    const server = yield* spawnServer(plan, port).pipe(
      Effect.tap((spawned) =>
        Effect.sync(() => {
          slot.server = spawned;
        }),
      ),
      Effect.uninterruptible,
    );
    yield* ready(plan.folder, server);
    return server;
  });

  const first = yield* freePort.pipe(Effect.flatMap(start), Effect.retry(patiently));

  const keepUp = Effect.fnUntraced(function* () {
    const deaths: Array<number> = [];
    for (let server = first; ; ) {
      yield* exited(server);
      const now = yield* Clock.currentTimeMillis;
      yield* Effect.logError("The embedded database died and is started again", logTail(plan.folder));
      deaths.push(now);
      if (deaths.filter((at) => at > now - WITHIN).length > MOST_DEATHS) break;
      server = yield* start(first.port).pipe(Effect.retry(patiently));
    }
  });

  yield* keepUp().pipe(
    Effect.ignore,
    Effect.andThen(
      Effect.suspend(() =>
        Deferred.fail(lost, new ServerLost({ folder: plan.folder.path, output: logTail(plan.folder) })),
      ),
    ),
    Effect.forkScoped,
  );
  return { port: first.port, pid: Effect.sync(() => slot.server?.pid ?? first.pid), lost };
});

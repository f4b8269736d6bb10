import { CarrierNews } from "@resale/carriers";
import {
  followParcels,
  keepCounting,
  openDesk,
  SimulatedWorld,
  tellSubscribers,
  whileClockRuns,
  work,
} from "@resale/core";
import { fastifyOptions, resaleRoutes } from "@resale/http";
import { PostgresMembers, PostgresPurchases, Retention, Wakeups } from "@resale/postgres";
import { sowFirst } from "@resale/seed";
import { ConfigProvider, Effect, Fiber, Layer, ManagedRuntime, Stream } from "effect";
import { fastify } from "fastify";
import { DrawnPhotos } from "./artwork/DrawnPhotos.ts";
import { authentication } from "./routes/authentication.ts";
import { pages } from "./routes/pages.ts";
import { paymentAction } from "./routes/paymentAction.ts";
import { providers } from "./routes/providers.ts";
import { purchases } from "./routes/purchases.ts";
import { shop } from "./routes/shop.ts";
import { signIn } from "./routes/signIn.ts";
import { webhooksOf } from "./routes/webhooks.ts";
import { Address } from "./wiring/Address.ts";
import { CardProvider } from "./wiring/CardProvider.ts";
import { engine } from "./wiring/engine.ts";
import { Secrets } from "./wiring/Secrets.ts";
import { Settings } from "./wiring/Settings.ts";
import { Turns } from "./wiring/Turns.ts";

/** A page of timers or tasks for one worker. */
const PAGE = 100;

/** What has served its time is forgotten once an hour; if that can't be now, in the next one. */
const forgetting = Effect.gen(function* () {
  const { forgetAll } = yield* Retention;
  const once = Effect.ignore(whileClockRuns(forgetAll));
  return yield* Effect.forever(Effect.andThen(once, Effect.sleep("1 hour")));
});

/** Workers rest a second, or until a commit has something for them; each task waits for its turn. */
export const workers = Effect.fnUntraced(function* (turn: Effect.Effect<void> = Effect.void) {
  const { stream } = yield* Wakeups;
  const wake = Effect.asVoid(Stream.runHead(stream));
  const working = work({ page: PAGE, rest: "1 second", wake, turn });
  const telling = tellSubscribers({ rest: "1 second", wake });
  const counting = keepCounting("5 seconds");
  return yield* Effect.all([working, telling, counting, forgetting], {
    concurrency: "unbounded",
    discard: true,
  });
});

/** Where this shop keeps its members and what they bought. */
const sownShop = Effect.all([PostgresMembers, PostgresPurchases]).pipe(
  Effect.map(([{ upsertMembers }, { upsertPurchases }]) => ({ upsertMembers, upsertPurchases })),
);

/** The simulated providers tell by themselves what they have to tell. */
const worldTurns = Effect.gen(function* () {
  const { play } = yield* SimulatedWorld;
  return yield* Effect.forever(Effect.andThen(whileClockRuns(play), Effect.sleep("1 second")));
});

/** A carrier that is not simulated is asked for its parcels as well: what it tells by itself may be lost. */
const followed = Effect.gen(function* () {
  const { carrier, askCarrierEvery: every } = yield* Settings;
  return carrier === "simulated" ? yield* Effect.never : yield* followParcels({ every, page: PAGE });
});

/** Builds the engine, fills an empty shop, listens, and sets the workers to work. `env` stands for the environment. */
export const start = async (env?: Readonly<Record<string, string>>) => {
  const drawn = new DrawnPhotos();
  const settings = env === undefined ? ConfigProvider.fromEnv() : ConfigProvider.fromEnv({ env });
  const runtime = ManagedRuntime.make(Layer.provide(engine(drawn), ConfigProvider.layer(settings)));
  try {
    const { port, host, logLevel, shopUrl, isSandbox, loyalty } = await runtime.runPromise(Settings);
    const secrets = await runtime.runPromise(Secrets);
    const carrier = await runtime.runPromise(CarrierNews);
    const cards = await runtime.runPromise(CardProvider);
    const authenticate = authentication(secrets);
    const app = fastify({ ...fastifyOptions({ level: logLevel }), forceCloseConnections: "idle" });
    const turns = new Turns();
    turns.watch(app);
    shop(app);
    pages(app, runtime);
    signIn(app, secrets.tokens);
    paymentAction(app, runtime, authenticate);
    if (isSandbox) {
      providers(app, runtime);
      purchases(app, runtime);
    }
    const options = {
      runtime,
      ...(isSandbox ? { sandbox: runtime } : {}),
      authenticate,
      webhooks: webhooksOf(carrier, cards),
    };
    await app.register(resaleRoutes, options);
    // The same beneath a path of its own, so that the shop's pages may have the others.
    await app.register(resaleRoutes, { ...options, prefix: "/api" });
    // Made-up members are nobody to a shop's own service.
    if (loyalty === "table") await runtime.runPromise(Effect.flatMap(sownShop, sowFirst));
    await runtime.runPromise(openDesk());
    const url = await app.listen({ port, host });
    (await runtime.runPromise(Address)).url = url;
    const background = runtime.runFork(
      Effect.all([workers(turns.turn), worldTurns, followed], { concurrency: "unbounded", discard: true }),
    );
    const stop = async () => {
      await app.close();
      await runtime.runPromise(Fiber.interrupt(background));
      await runtime.dispose();
    };
    return { app, url, shopUrl, runtime, drawn, stop };
  } catch (cause) {
    await runtime.dispose();
    throw cause;
  }
};

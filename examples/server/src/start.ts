import { CarrierNews } from "@resale/carriers";
import {
  followParcels,
  keepCollecting,
  keepCounting,
  keepForgetting,
  openDesk,
  SimulatedWorld,
  tellSubscribers,
  whileClockRuns,
  work,
} from "@resale/core";
import {
  answerErrors,
  fastifyOptions,
  limitRates,
  measureRequests,
  metricsServer,
  openTo,
  resaleRoutes,
  shedLoad,
  shopHeaders,
} from "@resale/http";
import { PostgresMembers, PostgresPurchases, SharedHits, StoreGauges, Wakeups } from "@resale/postgres";
import { sowFirst } from "@resale/seed";
import { ConfigProvider, Effect, Fiber, Layer, ManagedRuntime, Option, Stream } from "effect";
import { fastify } from "fastify";
import { DrawnPhotos } from "./artwork/DrawnPhotos.ts";
import { previewCard } from "./pages/previewCard.ts";
import { authentication } from "./routes/authentication.ts";
import { pages } from "./routes/pages.ts";
import { providers } from "./routes/providers.ts";
import { purchases } from "./routes/purchases.ts";
import { shop } from "./routes/shop.ts";
import { signIn } from "./routes/signIn.ts";
import { templates } from "./routes/templates.ts";
import { unsubscribe } from "./routes/unsubscribe.ts";
import { webhooksOf } from "./routes/webhooks.ts";
import { Address } from "./wiring/Address.ts";
import { CardProvider } from "./wiring/CardProvider.ts";
import { engine } from "./wiring/engine.ts";
import { MailHook } from "./wiring/mailer.ts";
import { Operating } from "./wiring/Operating.ts";
import { PhotoPlaces } from "./wiring/photos.ts";
import { Secrets } from "./wiring/Secrets.ts";
import { Settings } from "./wiring/Settings.ts";
import { type Stop, Stopping } from "./wiring/Stopping.ts";
import { Turns } from "./wiring/Turns.ts";

/** A page of timers or tasks for one worker. */
const PAGE = 100;

/** Commits so close after one another wake the workers once: each round asks for all that is due. */
const TOGETHER = "100 millis";

/** Workers rest a second, or until a commit has something for them; each task waits for its turn. */
export const workers = Effect.fnUntraced(function* (turn: Effect.Effect<void> = Effect.void) {
  const { stream } = yield* Wakeups;
  const wake = Effect.andThen(Stream.runHead(stream), Effect.sleep(TOGETHER));
  const working = work({ page: PAGE, rest: "1 second", wake, turn });
  const telling = tellSubscribers({ rest: "1 second", wake });
  const counting = keepCounting("5 seconds");
  const collecting = keepCollecting("1 hour");
  const forgetting = keepForgetting("1 hour");
  return yield* Effect.all([working, telling, counting, forgetting, collecting], {
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

/**
 * Builds the engine, fills an empty shop that is tried out, listens, and sets the workers to work. `env` stands for the
 * environment.
 */
export const start = async (env?: Readonly<Record<string, string>>) => {
  const drawn = new DrawnPhotos();
  const settings = env === undefined ? ConfigProvider.fromEnv() : ConfigProvider.fromEnv({ env });
  const runtime = ManagedRuntime.make(Layer.provide(engine(drawn), ConfigProvider.layer(settings)));
  try {
    const settled = await runtime.runPromise(Settings);
    const { port, host, logLevel, shopUrl, isSandbox, loyalty, signIn: ownSignIn } = settled;
    const secrets = await runtime.runPromise(Secrets);
    const carrier = await runtime.runPromise(CarrierNews);
    const cards = await runtime.runPromise(CardProvider);
    const authenticate = authentication(settled, secrets);
    const operating = await runtime.runPromise(Operating);
    const { trustProxy, rates, metricsPort, metricsHost, tracesTo } = operating;
    const app = fastify({
      ...fastifyOptions({ level: logLevel, trustProxy }),
      forceCloseConnections: "idle",
    });
    const turns = new Turns();
    const stopping = new Stopping();
    answerErrors(app);
    turns.watch(app);
    stopping.watch(app);
    if (metricsPort !== undefined) measureRequests(app);
    const eventLoopDelay = operating.shedAbove ?? (isSandbox ? 0 : 1_000);
    await shedLoad(app, { eventLoopDelay, heap: operating.shedAboveHeap });
    await openTo(app, operating.corsOrigins);
    // What a mail shows is at the address it was written for, whatever name the shop is opened by.
    const inMails = { pictures: [new URL(shopUrl).origin] };
    const headers = shopHeaders(await runtime.runPromise(PhotoPlaces), cards.origins, inMails);
    shop(app, (listing) => runtime.runPromise(previewCard(listing)), headers);
    const limits = await limitRates(app, {
      rates,
      share: (hits) => runtime.runPromise(SharedHits.use(({ add }) => add(hits, Date.now()))),
    });
    // Mails hold links that open orders: they are shown where everybody may do everything, and nowhere else.
    if (isSandbox) pages(app, runtime);
    if (Option.isNone(ownSignIn)) signIn(app, secrets.tokens);
    unsubscribe(app, runtime);
    if (isSandbox) {
      providers(app, runtime);
      purchases(app, runtime);
      templates(app, runtime);
    }
    const options = {
      runtime,
      ...(isSandbox ? { sandbox: runtime } : {}),
      authenticate,
      cardForm: cards.form,
      webhooks: webhooksOf(carrier, cards, (await runtime.runPromise(MailHook)).hear),
      limits,
      isStopping: stopping.isStopping,
      traced: tracesTo !== undefined,
    };
    await app.register(resaleRoutes, options);
    // The same beneath a path of its own, so that the shop's pages may have the others.
    await app.register(resaleRoutes, { ...options, prefix: "/api" });
    // Made-up members are nobody to a shop's own service, and a shop that signs its own people in wants none of them.
    const isTriedOut = isSandbox || Option.isNone(ownSignIn);
    if (isTriedOut && loyalty === "table") await runtime.runPromise(Effect.flatMap(sownShop, sowFirst));
    await runtime.runPromise(openDesk());
    const url = await app.listen({ port, host });
    (await runtime.runPromise(Address)).url = url;
    const background = runtime.runFork(
      Effect.all([workers(turns.turn), worldTurns, followed], { concurrency: "unbounded", discard: true }),
    );
    const look = () => runtime.runPromise(Effect.ignore(StoreGauges.use((gauges) => gauges.look)));
    const metrics =
      metricsPort === undefined
        ? undefined
        : await metricsServer({ port: metricsPort, host: metricsHost, look });
    const end = async (how: Stop) => {
      // Tasks and timers are free for other processes at once; who is being answered is answered meanwhile.
      const resting = runtime.runPromise(Fiber.interrupt(background));
      await stopping.close(app, how);
      await resting;
      await metrics?.close();
      await runtime.dispose();
    };
    const stop = () => end({ after: 0, within: operating.stopWithin });
    /** As a signal wants it: nobody who asks meanwhile is cut off. */
    const stopGently = () => end({ after: operating.stopAfter, within: operating.stopWithin });
    return {
      app,
      url,
      shopUrl,
      isOpen: Option.isNone(ownSignIn),
      isSandbox,
      metricsPort: metrics?.port,
      runtime,
      drawn,
      stop,
      stopGently,
    };
  } catch (cause) {
    await runtime.dispose();
    throw cause;
  }
};

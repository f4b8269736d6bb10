import { rm } from "node:fs/promises";
import { HOUR } from "@resale/core";
import { type Template, testDatabase } from "@resale/postgres/testing";
import { Effect, Exit, Redacted, Scope } from "effect";
import { holidayWeek } from "../src/demo/holidayWeek.ts";
import { connect } from "../src/demo/Shop.ts";
import { Stage } from "../src/demo/Stage.ts";
import { folderAt } from "../src/demo/stageServer.ts";
import { silent } from "../src/demo/Teller.ts";
import { start } from "../src/start.ts";
import { mailServer } from "./mailServer.ts";

/** Small photos are as real as big ones, and sooner there. */
const SIDE = 480;

const monday = holidayWeek(Date.now());

/** A data folder of its own, in the week of Thanksgiving, removed when the scope closes. */
export const dataFolder = (moment: number) =>
  Effect.acquireRelease(
    Effect.promise(() => folderAt(moment)),
    (folder) => Effect.promise(() => rm(folder, { recursive: true, force: true })),
  );

/** A shop that was filled once for the whole run. */
const filled: Template = {
  name: "filledshop",
  prepare: (url) =>
    Effect.scoped(
      Effect.flatMap(dataFolder(monday), (folder) =>
        Effect.promise(async () => {
          const env = { DATABASE_URL: Redacted.value(url), DATA_DIR: folder, PORT: "0" };
          const { stop } = await start({ ...env, LOG_LEVEL: "error" });
          await stop();
        }),
      ),
    ),
};

/** A mail server, closed when the scope closes. */
export const mailsOfOneTest = Effect.acquireRelease(
  Effect.promise(() => mailServer()),
  ({ close }) => Effect.promise(close),
);

/** The settings of a server with a database and a mail server of its own; all of it goes when the scope closes. */
export const surroundings = Effect.gen(function* () {
  const database = yield* testDatabase(filled);
  const folder = yield* dataFolder(monday + HOUR);
  const mails = yield* mailsOfOneTest;
  const env = {
    DATABASE_URL: Redacted.value(database),
    DATA_DIR: folder,
    SMTP_URL: mails.url,
    PORT: "0",
    LOG_LEVEL: "error",
    // Other tests keep the machine busy: that is no load of this server's own.
    SHED_ABOVE: "0 millis",
  };
  return { env, mails };
});

/** The same in the present: beside real providers the clock can't be set. */
export const present = Effect.gen(function* () {
  const { env, mails } = yield* surroundings;
  return { env: { ...env, DATA_DIR: yield* dataFolder(Date.now()) }, mails };
});

/** Opens what one test file needs, until it closes it. */
export const opened = async <A>(make: Effect.Effect<A, unknown, Scope.Scope>) => {
  const scope = await Effect.runPromise(Scope.make());
  const close = () => Effect.runPromise(Scope.close(scope, Exit.void));
  try {
    return { ...(await Effect.runPromise(Scope.provide(make, scope))), close };
  } catch (cause) {
    await close();
    throw cause;
  }
};

/** A whole marketplace that listens, with PostgreSQL and SMTP, on a Monday before a holiday. */
export const openMarketplace = () =>
  opened(
    Effect.gen(function* () {
      const { env, mails } = yield* surroundings;
      const server = yield* Effect.acquireRelease(
        Effect.promise(() => start(env)),
        ({ stop }) => Effect.promise(stop),
      );
      const shop = connect(server.shopUrl, mails.mailbox);
      const stage = yield* Effect.promise(() => Stage.open(shop, silent, SIDE));
      return { server, shop, stage, mails };
    }),
  );
export type Marketplace = Awaited<ReturnType<typeof openMarketplace>>;

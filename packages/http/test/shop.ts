import {
  type Actor,
  type Ids,
  instant,
  Live,
  OrderId,
  Programs,
  preLoved,
  runTasks,
  type Store,
  TrackingNumber,
} from "@resale/core";
import { makeClient, type ResaleClient } from "@resale/http/client";
import { MemoryStore, memoryProviders, SettableClock, settableClockLayer } from "@resale/testkit";
import { Effect, Layer, ManagedRuntime, Redacted, Schema } from "effect";
import fastify from "fastify";
import { SignJWT } from "jose";
import {
  type CarrierNews,
  fastifyOptions,
  jwtAuthentication,
  type ResaleOptions,
  resaleRoutes,
  signGuestLinks,
  uuidV7,
  WebhookRefused,
} from "../src/index.ts";

const START = Date.UTC(2026, 10, 23, 15);
export const tokenSecret = "a secret that only tests share, 32 bytes";
export const linkSecret = Redacted.make("another secret of tests, 32 bytes long");
export const issuer = "https://shop.example";
export const audience = "resale";

/** A token as the shop would make it. */
export const tokenOf = (
  claims: Readonly<Record<string, unknown>>,
  given: { readonly audience?: string; readonly secret?: string; readonly expires?: number } = {},
): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(issuer)
    .setAudience(given.audience ?? audience)
    .setExpirationTime(given.expires ?? Math.floor(Date.now() / 1000) + 3600)
    .sign(new TextEncoder().encode(given.secret ?? tokenSecret));

const claimsOf = (actor: Actor): Readonly<Record<string, unknown>> => {
  if (actor._tag === "Member") return { sub: actor.id, email: actor.email };
  if (actor._tag === "Support" || actor._tag === "Reviewer") {
    return { sub: actor.id, roles: [actor._tag.toLowerCase()] };
  }
  throw new Error(`${actor._tag} has no token`);
};

const layers = (clock: SettableClock) =>
  Layer.mergeAll(
    Live.layer.pipe(Layer.provideMerge(MemoryStore.layer)),
    memoryProviders,
    Programs.layer(preLoved),
    uuidV7,
    signGuestLinks({ secret: linkSecret, shopUrl: "https://shop.example/" }),
    settableClockLayer(clock),
  );

const Told = Schema.fromJsonString(
  Schema.Struct({
    tracking: TrackingNumber,
    status: Schema.Literals(["Accepted", "Delivered"]),
    zip: Schema.optionalKey(Schema.String),
  }),
);

/** A carrier whose signature is a word. */
export const carrier: NonNullable<NonNullable<ResaleOptions["webhooks"]>["carrier"]> = (raw, headers, now) =>
  Effect.gen(function* () {
    if (headers["x-carrier-signature"] !== "right") {
      return yield* new WebhookRefused({ reason: "the signature does not fit" });
    }
    const told = yield* Schema.decodeUnknownEffect(Told)(new TextDecoder().decode(raw)).pipe(
      Effect.mapError(() => new WebhookRefused({ reason: "this can't be read" })),
    );
    const news: CarrierNews = {
      carrier: "Memory",
      tracking: told.tracking,
      scans: [{ at: now, status: told.status }],
    };
    return [news];
  });

/** A marketplace that listens on a port of its own, in memory, on a clock that a test sets. */
export const openShop = async (
  over: Layer.Layer<Store> | Layer.Layer<Ids | Programs> | Layer.Layer<never> = Layer.empty,
  more: Partial<ResaleOptions> = {},
  client: typeof makeClient = makeClient,
) => {
  const clock = new SettableClock(instant(START));
  const runtime = ManagedRuntime.make(Layer.merge(layers(clock), over));
  const lines: Array<string> = [];
  const stream = { write: (line: string) => void lines.push(line) };
  const app = fastify({ ...fastifyOptions({ level: "debug", stream }), forceCloseConnections: true });
  await app.register(resaleRoutes, {
    runtime,
    sandbox: runtime,
    authenticate: jwtAuthentication({ key: { secret: Redacted.make(tokenSecret) }, issuer, audience }),
    webhooks: { carrier },
    cardForm: {
      provider: "Stripe",
      publishableKey: "pk_test_of_the_tests",
      actionOf: () => Effect.succeedSome(Redacted.make("pi_1_secret_of_the_buyer")),
    },
    ...more,
  });
  const baseUrl = await app.listen({ port: 0, host: "127.0.0.1" });
  const as = async (actor: Actor): Promise<ResaleClient> => {
    if (actor._tag === "Visitor") return client({ baseUrl });
    const bearer = await tokenOf(claimsOf(actor));
    return client({ baseUrl, token: () => ({ bearer }) });
  };
  return {
    app,
    baseUrl,
    runtime,
    clock,
    lines,
    as,
    visitor: client({ baseUrl }),
    guest: (token: string) => client({ baseUrl, token: () => ({ guest: token }) }),
    /** A carrier tells something; what was taken down, a worker acts on. */
    scan: async (body: unknown, signature = "right") => {
      const answer = await fetch(`${baseUrl}/webhooks/carrier`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-carrier-signature": signature },
        body: JSON.stringify(body),
      });
      await runtime.runPromise(runTasks(100));
      return answer;
    },
    close: async () => {
      await app.close();
      await runtime.dispose();
    },
  };
};
export type Shop = Awaited<ReturnType<typeof openShop>>;

export const orderId = (id: string | undefined): OrderId => OrderId.make(id ?? "");

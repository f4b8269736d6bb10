import { Cause, Context, Effect, Exit, Stream } from "effect";
import { FetchHttpClient, HttpClient, HttpClientRequest } from "effect/http";
import { HttpApiClient } from "effect/http-api";
import { resaleApi } from "../contract/api.ts";
import { follow, type Told } from "./follow.ts";
import { isProblem, RequestRefused } from "./RequestRefused.ts";
import {
  authorization,
  type Call,
  type Change,
  type ClientOptions,
  type ResaleClient,
} from "./ResaleClient.ts";

type Opened = Stream.Stream<Told, unknown>;

type Send = (request: never) => Effect.Effect<unknown, unknown>;

/** Whom a call asks, and in whose name. */
const Asked = Context.Reference<ClientOptions>("@resale/http/client/Asked", {
  defaultValue: () => ({ baseUrl: "" }),
});

const addressed = (request: HttpClientRequest.HttpClientRequest) =>
  Effect.map(Asked, ({ baseUrl, token }) =>
    request.pipe(
      HttpClientRequest.prependUrl(baseUrl),
      HttpClientRequest.setHeaders(authorization(token?.())),
    ),
  );

const make = Effect.gen(function* () {
  const httpClient = HttpClient.mapRequestEffect(yield* HttpClient.HttpClient, addressed);
  return yield* HttpApiClient.makeWith(resaleApi, { httpClient });
});

let made: Readonly<Record<string, Readonly<Record<string, Send>>>> | undefined;

/** Every operation by group and name. To make them of the contract takes longer than a call: one making serves all clients. */
const operations = () => {
  made ??= Effect.runSync(Effect.provide(make, FetchHttpClient.layer));
  return made;
};

const sendAs =
  ({ fetch = globalThis.fetch, ...asked }: ClientOptions, send: Send): Send =>
  (request) =>
    send(request).pipe(
      Effect.provideService(Asked, asked),
      Effect.provideService(FetchHttpClient.Fetch, fetch),
    );

const promised =
  (send: Send) =>
  async ({
    key = crypto.randomUUID(),
    signal,
    version,
    ...request
  }: Call & Change = {}): Promise<unknown> => {
    const headers = {
      "idempotency-key": key,
      ...(version === undefined ? {} : { "if-match": `"${version}"` }),
    };
    const options = signal === undefined ? {} : { signal };
    const exit = await Effect.runPromiseExit(send({ ...request, headers } as never), options);
    if (Exit.isSuccess(exit)) return exit.value;
    const error = Cause.squash(exit.cause);
    throw isProblem(error) ? new RequestRefused(error) : error;
  };

/** The events of a connection; one that breaks, ends: it is made again. */
const eventsOf = (opened: Opened, signal: AbortSignal): AsyncIterable<Told> => {
  const aborted = Effect.callback<void>((resume) => {
    signal.addEventListener("abort", () => resume(Effect.void), { once: true });
  });
  return opened.pipe(
    Stream.catchCause(() => Stream.empty),
    Stream.interruptWhen(aborted),
    Stream.catchCause(() => Stream.empty),
    Stream.toAsyncIterable,
  );
};

const following =
  (send: Send) =>
  ({ signal, ...request }: Call = {}): AsyncIterable<unknown> =>
    follow(async (last, until) => {
      const headers = last === undefined ? {} : { "last-event-id": last };
      // The contract's own type of a stream's events.
      const sent = send({ ...request, headers } as never) as Effect.Effect<Opened, unknown>;
      const exit = await Effect.runPromiseExit(sent, { signal: until });
      if (Exit.isSuccess(exit)) return eventsOf(exit.value, until);
      throw Cause.squash(exit.cause);
    }, signal);

/** A client of the marketplace, made from its contract: for the web shop, for scripts, for tests. */
export const makeClient = (options: ClientOptions): ResaleClient => {
  const client = Object.entries(operations()).map(([group, endpoints]) => {
    const methodOf = group === "live" ? following : promised;
    const methods = Object.entries(endpoints).map(
      ([name, send]) => [name, methodOf(sendAs(options, send))] as const,
    );
    return [group, Object.fromEntries(methods)] as const;
  });
  // The names are the contract's own, and so are the types.
  return Object.fromEntries(client) as unknown as ResaleClient;
};

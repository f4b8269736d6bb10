import type { ProviderError } from "@resale/core";
import { Effect, Option, Schema } from "effect";
import { HttpClientRequest } from "effect/http";
import { type Conduct, endingsOf } from "../provider/endings.ts";
import { openJsonApi, readAnswer } from "../provider/http.ts";
import { type ShopifySettings, VERSION } from "./ShopifySettings.ts";

export const PROVIDER = "Shopify";
export const { refused, unavailable, lost } = endingsOf(PROVIDER);

const Throttle = Schema.Struct({ currentlyAvailable: Schema.Number, restoreRate: Schema.Number });

/** An answer of the Admin API: 200 is said also of what went wrong. */
const Envelope = Schema.Struct({
  data: Schema.optionalKey(Schema.NullOr(Schema.Unknown)),
  errors: Schema.optionalKey(Schema.Unknown),
  extensions: Schema.optionalKey(
    Schema.Struct({
      cost: Schema.optionalKey(
        Schema.Struct({
          requestedQueryCost: Schema.optionalKey(Schema.Number),
          throttleStatus: Schema.optionalKey(Throttle),
        }),
      ),
    }),
  ),
});

const Errors = Schema.Array(
  Schema.Struct({
    extensions: Schema.optionalKey(Schema.Struct({ code: Schema.optionalKey(Schema.String) })),
  }),
);

const readEnvelope = readAnswer(PROVIDER, Envelope);
const codeOf = (errors: unknown): string =>
  Option.match(Schema.decodeUnknownOption(Errors)(errors), {
    onNone: () => "",
    onSome: ([first]) => first?.extensions?.code ?? "",
  });

/** The milliseconds until the shop's bucket holds what the request costs. */
const waitOf = ({ extensions }: typeof Envelope.Type): number => {
  const { requestedQueryCost = 0, throttleStatus } = extensions?.cost ?? {};
  if (throttleStatus === undefined || throttleStatus.restoreRate <= 0) return 1_000;
  const missing = requestedQueryCost - throttleStatus.currentlyAvailable;
  return Math.max(1_000, Math.ceil((missing / throttleStatus.restoreRate) * 1000));
};

/** One operation, whose data is read by a schema. Messages are not passed on: they may repeat what was sent, and so a code. */
export type Operate = <T>(
  conduct: Conduct,
  operation: { readonly document: string; readonly data: Schema.Codec<T, unknown> },
  variables: Readonly<Record<string, unknown>>,
) => Effect.Effect<T, ProviderError>;

/** Opens a shop's Admin API. */
export const openShopify = ({ accessToken, url, shop, version = VERSION, patience }: ShopifySettings) =>
  Effect.map(
    openJsonApi({
      provider: PROVIDER,
      url: url ?? `https://${shop}`,
      pass: { header: "x-shopify-access-token", value: accessToken, setting: "SHOPIFY_ACCESS_TOKEN" },
      patience,
    }),
    (ask): Operate =>
      Effect.fnUntraced(function* (conduct, { document, data }, variables) {
        const { status, json } = yield* ask(
          conduct,
          HttpClientRequest.post(`/admin/api/${version}/graphql.json`).pipe(
            HttpClientRequest.bodyJsonUnsafe({ query: document, variables }),
          ),
        );
        // A shop that is frozen, locked or gone: nothing was done, and waiting may help.
        if (status !== 200) return yield* unavailable(`the shop can't be asked (${status})`);
        const envelope = yield* readEnvelope(conduct, json);
        if (envelope.errors !== undefined) {
          const code = codeOf(envelope.errors);
          if (code === "THROTTLED") {
            return yield* unavailable("it is asked too much at once", waitOf(envelope));
          }
          if (code === "ACCESS_DENIED") return yield* unavailable("SHOPIFY_ACCESS_TOKEN may not do this");
          // Which other errors come before anything was done is not for us to guess: a repeat finds out.
          return yield* lost(conduct, `it failed${code === "" ? "" : ` (${code})`}`);
        }
        return yield* readAnswer(PROVIDER, data)(conduct, envelope.data);
      }),
  );

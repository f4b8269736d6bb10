import { HttpApi, OpenApi } from "effect/http-api";
import { buying } from "./buying.ts";
import { catalogue } from "./catalogue.ts";
import { figures } from "./figures.ts";
import { health } from "./health.ts";
import { live } from "./live.ts";
import { orders } from "./orders.ts";
import { photos } from "./photos.ts";
import { review } from "./review.ts";
import { sandbox } from "./sandbox.ts";
import { selling } from "./selling.ts";
import { subscriptions } from "./subscriptions.ts";
import { support } from "./support.ts";
import { webhooks } from "./webhooks.ts";

/** What nobody declared is a mistake of the sender, who is told: a misspelt price must not be passed over. */
const strict = { errors: "all", onExcessProperty: "error" } as const;

/** Every group of operations. */
type Group =
  | typeof selling
  | typeof review
  | typeof catalogue
  | typeof buying
  | typeof orders
  | typeof live
  | typeof support
  | typeof figures
  | typeof subscriptions
  | typeof photos
  | typeof webhooks
  | typeof health
  | typeof sandbox;

/** All that can be asked over HTTP: routes, OpenAPI document and typed client are made from this. */
export const resaleApi: HttpApi.HttpApi<"resale", Group> = HttpApi.make("resale")
  .add(
    selling,
    review,
    catalogue,
    buying,
    orders,
    live,
    support,
    figures,
    subscriptions,
    photos,
    webhooks,
    health,
    sandbox,
  )
  .annotate(HttpApi.PayloadParseOptions, strict)
  .annotate(HttpApi.QueryParseOptions, strict)
  .annotate(HttpApi.ParamsParseOptions, { errors: "all" })
  .annotate(HttpApi.HeadersParseOptions, { errors: "all" })
  .annotateMerge(
    OpenApi.annotations({
      title: "Resale marketplace",
      version: "1",
      description: "Members sell what they once bought from the brand; anyone may buy.",
      license: { name: "MIT", identifier: "MIT" },
    }),
  );
/** The whole contract over HTTP: routes, the document and the typed client are made from it. */
export type ResaleApi = typeof resaleApi;

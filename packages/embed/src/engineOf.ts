import { type Ids, Live, Programs, type Webhooks } from "@resale/core";
import { Layer } from "effect";
import type { Ports } from "./calls/Row.ts";
import type { Parts } from "./Parts.ts";
import { noPhotos, noWebhooks, uuids } from "./ports/leftOut.ts";
import { linksLayer } from "./ports/links.ts";
import { providers } from "./ports/providers.ts";

const orPlain = <Port, Plain extends object>(
  part: Layer.Layer<Port, unknown> | Plain,
  layer: (plain: Plain) => Layer.Layer<Port>,
): Layer.Layer<Port, unknown> => (isMade<Port>(part) ? part : layer(part));

const isMade = <Port>(part: object): part is Layer.Layer<Port, unknown> => Layer.isLayer(part);

/** Every port of the engine, by whatever the shop has brought for it. */
export const engineOf = (parts: Parts): Layer.Layer<Ports, unknown> => {
  const webhooks: Layer.Layer<Webhooks, unknown> = parts.webhooks ?? noWebhooks;
  const ids: Layer.Layer<Ids, unknown> = parts.ids ?? uuids;
  return Layer.mergeAll(
    orPlain(parts.members, providers.members.layer),
    orPlain(parts.purchases, providers.purchases.layer),
    orPlain(parts.payments, providers.payments.layer),
    orPlain(parts.tax, providers.tax.layer),
    orPlain(parts.storeCredit, providers.storeCredit.layer),
    orPlain(parts.carrier, providers.carrier.layer),
    orPlain(parts.mailer, providers.mailer.layer),
    orPlain(parts.photos ?? noPhotos, providers.photos.layer),
    orPlain(parts.links, linksLayer),
    webhooks,
    ids,
    Programs.layer(parts.program, ...(parts.earlier ?? [])),
    Live.layer,
  ).pipe(Layer.provideMerge(parts.store));
};

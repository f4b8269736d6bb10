import { Catalogue, Programs, regionName, viewListing } from "@resale/core";
import { Effect, Option } from "effect";
import { type HandlersOf, Reply } from "../Handlers.ts";
import { PAGE } from "./pageOf.ts";

const A_MINUTE = { "cache-control": "public, max-age=60" };

export const catalogue: HandlersOf<"catalogue"> = {
  search: ({ query }) =>
    Effect.gen(function* () {
      const { limit, cursor, sort = "Newest", ...filter } = query;
      const page = cursor === undefined ? {} : { cursor };
      const found = yield* (yield* Catalogue).search({
        filter,
        sort,
        limit: limit ?? PAGE,
        ...page,
      });
      return { entries: found.entries, next: Option.getOrNull(found.next) };
    }),
  facets: ({ query }) => Catalogue.use((port) => port.facets(query)),
  listing: ({ caller, params }) => viewListing(caller.actor, params.listing),
  program: () =>
    Programs.useSync(({ current }) => {
      const { name, brand, loyalty, version, currency, categories, grades, photos, charge } = current;
      const facts = {
        name,
        brand,
        loyalty,
        version,
        currency,
        zone: current.calendar.zone,
        contact: current.mail.replyTo,
        categories,
        grades,
        photos,
        charge,
        sellerShare: current.sellerShare,
        ownStock: current.ownStock.name,
        checklist: current.review.checklist,
        denialReasons: current.review.denialReasons,
        shipTo: current.shipTo.regions.map((code) => ({ code, name: regionName(code) })),
        country: current.shipTo.country,
        checkout: { most: current.checkout.most, tender: current.checkout.tender },
        estimate: current.shipping.estimate,
        packingTips: current.shipping.packingTips,
        disputeKinds: current.dispute.kinds,
        disputePhotos: current.dispute.mostPhotos,
        mostStars: current.ratings.most,
        provenance: current.provenance,
      };
      return new Reply(facts, A_MINUTE);
    }),
};

import { format, ListingId, type ListingView, Programs, viewListing } from "@resale/core";
import { Effect, Schema } from "effect";
import { Settings } from "../wiring/Settings.ts";
import { type Html, html } from "./html.ts";

const isListingId = Schema.is(ListingId);

const tagsOf = (listing: ListingView, brand: string, shopUrl: string): Html => {
  const { id, title, price, currency, details, product } = listing;
  const [first] = details.photos;
  const name = `${title} · ${brand}`;
  const about = [
    price === null || currency === null ? undefined : format(price, currency),
    product.colour,
    product.material,
  ].filter((part) => part !== undefined);
  return html`
    <title>${name}</title>
    <meta name="description" content="${about.join(" · ")}" />
    <link rel="canonical" href="${shopUrl}/listings/${id}" />
    <meta property="og:type" content="product" />
    <meta property="og:site_name" content="${brand}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${about.join(" · ")}" />
    <meta property="og:url" content="${shopUrl}/listings/${id}" />
    ${first === undefined ? "" : html`<meta property="og:image" content="${shopUrl}/api/photos/${first.photo.id}/detail" />`}
    <meta name="twitter:card" content="summary_large_image" />`;
};

/**
 * What a link to a piece shows where it is shared: its title, price and photo. Only what is on sale has one: for a
 * stranger nothing else exists (R15).
 */
export const previewCard = Effect.fn("Pages.previewCard")(
  function* (id: string) {
    if (!isListingId(id)) return undefined;
    const { shopUrl } = yield* Settings;
    const { current } = yield* Programs;
    const { listing } = yield* viewListing({ _tag: "Visitor" }, id);
    if (listing.state !== "Live") return undefined;
    return tagsOf(listing, `${current.brand} ${current.name}`, shopUrl).text;
  },
  Effect.orElseSucceed(() => undefined),
);

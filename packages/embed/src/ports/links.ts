import { Instant, Links, OrderId } from "@resale/core";
import { Layer, Schema } from "effect";

/** What the link of a guest says, and what is to be signed of it (R26). */
const GuestLink = Schema.Struct({ order: OrderId, generation: Schema.Int, until: Instant });
export type PlainGuestLink = (typeof GuestLink)["Encoded"];

/** Absolute addresses of the shop's pages. `linkOf` knows the tokens that `guestOrder` wrote, and no others (R26). */
export interface PlainLinks {
  readonly share: (listing: string) => string;
  readonly manage: (listing: string) => string;
  readonly order: (order: string) => string;
  readonly guestOrder: (link: PlainGuestLink) => string;
  readonly desk: (kind: string, id: string) => string;
  readonly linkOf: (token: string) => PlainGuestLink | null | undefined;
}

/** A shop's own links as the engine's port. */
export const linksLayer = (plain: PlainLinks): Layer.Layer<Links> =>
  Layer.succeed(Links, {
    share: (listing) => plain.share(listing),
    manage: (listing) => plain.manage(listing),
    order: (order) => plain.order(order),
    guestOrder: (link) => plain.guestOrder(link),
    desk: (kind, id) => plain.desk(kind, id),
    linkOf: (token) => Schema.decodeUnknownOption(GuestLink)(plain.linkOf(token)),
  });

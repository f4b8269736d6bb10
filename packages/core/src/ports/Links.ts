import { Context, type Option } from "effect";
import type { ListingId } from "../listing/ListingId.ts";
import type { GuestLink } from "../order/guestLink.ts";
import type { OrderId } from "../order/OrderId.ts";

/** Absolute addresses of the shop's pages, as mails carry them. Those for guests hold an unguessable token (R26). */
export class Links extends Context.Service<
  Links,
  {
    /** The page of a live listing, to be shared (R15). */
    readonly share: (listing: ListingId) => string;
    /** The seller's own page of a listing. */
    readonly manage: (listing: ListingId) => string;
    readonly order: (order: OrderId) => string;
    /** The order's page for whoever holds the link: buyers without an account. */
    readonly guestOrder: (link: GuestLink) => string;
    /** The operators' desk, at a subject. */
    readonly desk: (kind: string, id: string) => string;
    /**
     * What a guest's token says; none, if we did not make it, or do not any more. Whether it has expired or was revoked is
     * not asked here.
     */
    readonly linkOf: (token: string) => Option.Option<GuestLink>;
  }
>()("@resale/core/ports/Links") {}

import { Links, OrderId } from "@resale/core";
import { Layer, Schema } from "effect";

/** Absolute addresses of the shop's pages. `orderOf` knows the tokens that `guestOrder` wrote, and no others (R26). */
export interface PlainLinks {
  readonly share: (listing: string) => string;
  readonly manage: (listing: string) => string;
  readonly order: (order: string) => string;
  readonly guestOrder: (order: string) => string;
  readonly desk: (kind: string, id: string) => string;
  readonly orderOf: (token: string) => string | null | undefined;
}

export const linksLayer = (plain: PlainLinks): Layer.Layer<Links> =>
  Layer.succeed(Links, {
    share: (listing) => plain.share(listing),
    manage: (listing) => plain.manage(listing),
    order: (order) => plain.order(order),
    guestOrder: (order) => plain.guestOrder(order),
    desk: (kind, id) => plain.desk(kind, id),
    orderOf: (token) => Schema.decodeUnknownOption(OrderId)(plain.orderOf(token)),
  });

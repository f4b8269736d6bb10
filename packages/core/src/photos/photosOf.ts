import type { Listing } from "../listing/Listing.ts";
import type { Order } from "../order/Order.ts";
import type { PhotoId } from "./Photo.ts";

/** All photos that a listing shows to anybody (R7). An order's own picture is its listing's, which keeps it once sold. */
export const photosOfListing = ({ details }: Listing): ReadonlyArray<PhotoId> =>
  details.photos.map(({ photo }) => photo.id);

/** All photos that an order shows as evidence (R44). */
export const photosOfOrder = (order: Order): ReadonlyArray<PhotoId> =>
  "dispute" in order ? order.dispute.photos : [];

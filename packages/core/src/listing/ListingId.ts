import { Schema } from "effect";

/** The key of a listing: a UUID. */
export const ListingId = Schema.String.check(Schema.isUUID()).pipe(Schema.brand("ListingId"));
export type ListingId = typeof ListingId.Type;

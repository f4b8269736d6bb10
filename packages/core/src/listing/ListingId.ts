import { Schema } from "effect";

export const ListingId = Schema.String.check(Schema.isUUID()).pipe(Schema.brand("ListingId"));
export type ListingId = typeof ListingId.Type;

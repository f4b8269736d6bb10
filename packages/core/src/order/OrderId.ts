import { Schema } from "effect";

/** The key of an order: a UUID. */
export const OrderId = Schema.String.check(Schema.isUUID()).pipe(Schema.brand("OrderId"));
export type OrderId = typeof OrderId.Type;

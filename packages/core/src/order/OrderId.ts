import { Schema } from "effect";

export const OrderId = Schema.String.check(Schema.isUUID()).pipe(Schema.brand("OrderId"));
export type OrderId = typeof OrderId.Type;

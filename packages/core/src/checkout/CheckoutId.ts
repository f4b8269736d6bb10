import { Schema } from "effect";

/** The key of a checkout. A visitor who holds it may pay it: it is made unguessable. */
export const CheckoutId = Schema.String.check(Schema.isUUID()).pipe(Schema.brand("CheckoutId"));
export type CheckoutId = typeof CheckoutId.Type;

import { Schema } from "effect";

/** The key of a sent mail: the subject whose facts record it, and the number of the fact. */
export const SentMailId = Schema.String.check(Schema.isPattern(/^(order|checkout)\.[1-9]\d{0,8}$/)).pipe(
  Schema.brand("SentMailId"),
);
export type SentMailId = typeof SentMailId.Type;

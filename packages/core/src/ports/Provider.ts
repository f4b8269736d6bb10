import { Schema } from "effect";

/** The provider said no, and will say no again: `reason` is for an operator to read. Nothing was done. */
export class ProviderRefused extends Schema.TaggedError<ProviderRefused>()("ProviderRefused", {
  provider: Schema.String,
  reason: Schema.String,
}) {}

/** The provider could not be asked, or was too busy. Nothing was done; try again, after so many milliseconds if told. */
export class ProviderUnavailable extends Schema.TaggedError<ProviderUnavailable>()("ProviderUnavailable", {
  provider: Schema.String,
  reason: Schema.String,
  retryAfter: Schema.optionalKey(Schema.Int),
}) {}

/** The answer was lost: the provider may or may not have acted. Ask with the same key before acting in another way. */
export class OutcomeUnknown extends Schema.TaggedError<OutcomeUnknown>()("OutcomeUnknown", {
  provider: Schema.String,
  reason: Schema.String,
}) {}

/** All that a call to a provider may come to, other than its answer. */
export const ProviderError = Schema.Union([ProviderRefused, ProviderUnavailable, OutcomeUnknown]);
export type ProviderError = typeof ProviderError.Type;

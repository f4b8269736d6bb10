import type { Rejection } from "../lifecycle/Rejection.ts";
import type { ProviderError } from "../ports/Provider.ts";
import type { StoreUnavailable } from "../ports/Store.ts";

/** Milliseconds after which it makes sense to ask once more, where nobody knows better. */
export const SOON = 2000;

/** What an unreachable store or provider is to the one who asked. */
export const rejectionOf = (error: ProviderError | StoreUnavailable): Rejection => {
  switch (error._tag) {
    case "ProviderRefused":
      return { _tag: "Refused", what: error.provider, reason: error.reason };
    case "ProviderUnavailable":
      return { _tag: "Unreachable", what: error.provider, retryAfter: error.retryAfter ?? SOON };
    case "OutcomeUnknown":
      return { _tag: "Unreachable", what: error.provider, retryAfter: SOON };
    case "StoreUnavailable":
      return { _tag: "Unreachable", what: "The store", retryAfter: SOON };
  }
};

import type { Rejection } from "../lifecycle/Rejection.ts";
import type { ProviderError } from "../ports/Provider.ts";
import type { StoreUnavailable } from "../ports/Store.ts";

/** Milliseconds after which it makes sense to ask once more, where nobody knows better. */
export const SOON = 2000;

type OutOfReach = ProviderError | StoreUnavailable;

const saidOf = (error: OutOfReach): Rejection => {
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

const behind = new WeakMap<Rejection, OutOfReach>();

/** What an unreachable store or provider is to the one who asked. */
export const rejectionOf = (error: OutOfReach): Rejection => {
  const rejection = saidOf(error);
  behind.set(rejection, error);
  return rejection;
};

/**
 * What a store or provider said, of which a rejection tells only that it can't be reached: for logs and whoever operates the shop,
 * never for the one who asked. Known in the process that rejected, and of no rejection that was read or copied.
 */
export const causeOf = (rejection: Rejection): OutOfReach | undefined => behind.get(rejection);

import { OutcomeUnknown, type ProviderError, ProviderRefused, ProviderUnavailable } from "@resale/core";

/** What a call does at the provider: one that only reads may be made again, whatever became of it. */
export type Conduct = "Reads" | "Acts";

/** How long an answer is waited for, in milliseconds, unless the settings say otherwise. */
export const PATIENCE = 20_000;

/** The ways in which a call to a provider ends without its answer. */
export const endingsOf = (provider: string) => {
  const unavailable = (reason: string, retryAfter?: number) =>
    new ProviderUnavailable({ provider, reason, ...(retryAfter === undefined ? {} : { retryAfter }) });
  return {
    refused: (reason: string) => new ProviderRefused({ provider, reason }),
    unavailable,
    /** The request may have arrived, its answer did not. */
    lost: (conduct: Conduct, reason: string): ProviderError =>
      conduct === "Reads" ? unavailable(reason) : new OutcomeUnknown({ provider, reason }),
  };
};

/** The milliseconds of a `Retry-After` in seconds; nothing, if there is none that can be read. */
export const retryAfterOf = (header: string | undefined): number | undefined => {
  const seconds = Number(header?.trim() || Number.NaN);
  return seconds >= 0 && seconds <= 86_400 ? Math.ceil(seconds * 1000) : undefined;
};

/** What a connection is told to have died of, if nothing can have been sent over it. */
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/** Whether a connection failed before a request could have been sent: then nothing was done. */
export const neverSent = (cause: unknown): boolean => {
  for (let error = cause, depth = 0; error instanceof Error && depth < 5; depth++) {
    if ("code" in error && typeof error.code === "string" && NEVER_SENT.has(error.code)) return true;
    if ("errors" in error && Array.isArray(error.errors) && error.errors.length > 0) {
      return error.errors.every(neverSent);
    }
    error = "detail" in error && error.detail instanceof Error ? error.detail : error.cause;
  }
  return false;
};

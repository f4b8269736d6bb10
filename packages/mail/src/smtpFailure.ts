import { ProviderRefused, ProviderUnavailable } from "@resale/core";

const provider = "smtp";

interface Reply {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
  readonly message?: unknown;
}

const replyOf = (cause: unknown): Reply => (typeof cause === "object" && cause !== null ? cause : {});

// The steps of a session at which the server judges this mail; before them it judges us.
const judgesTheMail = /^(MAIL FROM|RCPT TO|DATA)/;

const isPermanent = ({ code, command, responseCode }: Reply): boolean => {
  if (typeof responseCode === "number") {
    // 503 says that the session went wrong, not the mail.
    const permanent = responseCode >= 500 && responseCode < 600 && responseCode !== 503;
    return permanent && typeof command === "string" && judgesTheMail.test(command);
  }
  // Without a reply it is the envelope itself that no server would take.
  return code === "EENVELOPE" || code === "EMAXRECIPIENTS";
};

/**
 * Tells a mail that will never be taken from one that may be taken later. Permanent and transient failures share one
 * `code`; only the server's reply tells them apart. What is wrong with us (credentials, TLS, a closed door) is for an
 * operator to put right: the mail itself may go out afterwards.
 */
export const failureOf = (cause: unknown): ProviderRefused | ProviderUnavailable => {
  const reply = replyOf(cause);
  const words = [reply.response, reply.message, reply.code].find((word) => typeof word === "string");
  const reason = String(words ?? "no answer").slice(0, 300);
  return isPermanent(reply)
    ? new ProviderRefused({ provider, reason })
    : new ProviderUnavailable({ provider, reason });
};

/** What a server that took a mail for some of its readers said of the others; nothing, if it took it for all. */
export const rejectionIn = (sent: {
  readonly rejected?: ReadonlyArray<string> | undefined;
  readonly rejectedErrors?: ReadonlyArray<unknown> | undefined;
}): ProviderRefused | ProviderUnavailable | undefined => {
  if ((sent.rejected ?? []).length === 0) return undefined;
  return failureOf(
    sent.rejectedErrors?.[0] ?? { message: "the server did not take the mail for its reader" },
  );
};

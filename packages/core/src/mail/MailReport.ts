import { Schema } from "effect";
import { Email } from "../address/Email.ts";

/** What a mail server reports of a mail of ours after it had taken it (RFC 3464), as far as it matters here. */
export const MailReport = Schema.Struct({
  /** The Message-ID of our mail without its domain: `<key>.<mail>.<occurrence>`; the mail's name in letters of any case. */
  messageId: Schema.String,
  /** For whom the mail was. */
  recipient: Email,
  /** Failed for good, or only late. */
  outcome: Schema.Literals(["Failed", "Delayed", "Delivered"]),
  /** The server's own words, with its status: `5.1.1 no such user`. */
  reason: Schema.String,
});
export type MailReport = typeof MailReport.Type;

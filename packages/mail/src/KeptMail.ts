import { Email } from "@resale/core";
import { Schema } from "effect";

/** A mail that a folder keeps, as a list shows it. */
export const KeptMail = Schema.Struct({
  id: Schema.String.check(Schema.isPattern(/^[0-9a-f]{40}$/)).pipe(Schema.brand("KeptMailId")),
  messageId: Schema.String,
  thread: Schema.String,
  to: Email,
  subject: Schema.String,
  /** The tag of the mail. */
  template: Schema.String,
  /** When it was handed over: the engine's own clock. */
  at: Schema.Int,
  /** The name of the complete mail beside this entry. */
  file: Schema.String,
  attachments: Schema.Array(Schema.String),
});
export type KeptMail = typeof KeptMail.Type;
export type KeptMailId = KeptMail["id"];

/** A kept mail's words and files. */
export const KeptContent = Schema.Struct({
  subject: Schema.String,
  html: Schema.String,
  text: Schema.String,
  attachments: Schema.Array(
    Schema.Struct({
      name: Schema.String,
      contentType: Schema.String,
      bytes: Schema.Uint8ArrayFromBase64,
    }),
  ),
});
export type KeptContent = typeof KeptContent.Type;

/** A kept mail with all that was in it. */
export interface WholeMail extends Omit<KeptMail, "attachments">, KeptContent {}

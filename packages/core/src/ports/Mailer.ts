import { Context, type Effect } from "effect";
import type { Email } from "../address/Email.ts";
import type { Mail } from "../mail/Mail.ts";
import type { Program } from "../program/Program.ts";
import type { ProviderRefused, ProviderUnavailable } from "./Provider.ts";

/** A file that goes with a mail. */
export interface Attachment {
  readonly name: string;
  readonly contentType: "application/pdf" | "image/png";
  readonly content: Uint8Array;
}

/** A mail to one person. Mail goes out at least once; a repeat is recognised by its `messageId`. */
export interface Message {
  readonly to: Email;
  readonly mail: Mail;
  /** The Program whose name, sender and words the mail carries. */
  readonly program: Program;
  /** Stable for what is told and when: `<order>.<template>.<occurrence>`; the adapter adds its domain. */
  readonly messageId: string;
  /** The thread it belongs to: the order or listing. */
  readonly thread: string;
  readonly attachments: ReadonlyArray<Attachment>;
}

/** A mail in words, as its reader gets it. */
export interface WrittenMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Turns a mail into words and hands it over for sending. */
export class Mailer extends Context.Service<
  Mailer,
  {
    /** Done once the mail server has accepted it. Refused: this address will never get it. */
    readonly send: (message: Message) => Effect.Effect<void, ProviderRefused | ProviderUnavailable>;
    /** The words alone, for whoever wants to see what was sent: nothing leaves. */
    readonly write: (mail: Mail, program: Program) => Effect.Effect<WrittenMail>;
  }
>()("@resale/core/ports/Mailer") {}

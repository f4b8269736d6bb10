import { Schema } from "effect";
import { type Email, foldEmail } from "../address/Email.ts";
import { Instant } from "../calendar/Instant.ts";
import { SubjectRef } from "../lifecycle/Subject.ts";

/** A mail that an address refused for good: which, when, and in the words of whoever refused it. */
export const Refusal = Schema.Struct({
  at: Instant,
  /** The tag of the mail. */
  mail: Schema.String,
  /** The order, listing or checkout it told of. */
  about: SubjectRef,
  reason: Schema.String,
  /** Whether the mail server said so at once, or a report came back later. */
  by: Schema.Literals(["Server", "Report"]),
});
export type Refusal = typeof Refusal.Type;

/** Whether its reader wants mails that tell nothing new, such as reminders. */
const wish = { optional: Schema.Boolean } as const;

/** An address we write to, once there is something to say of it: all others are as good as `Reachable`. */
export const Mailbox = Schema.TaggedUnion({
  Reachable: wish,
  Refusing: { ...wish, refusal: Refusal },
});
export type Mailbox = typeof Mailbox.Type;

export const MailboxCommand = Schema.TaggedUnion({
  RecordRefusal: { refusal: Refusal },
  /** Support has found out that the address takes mail after all. */
  ClearRefusal: {},
  DeclineOptional: {},
  AcceptOptional: {},
});
export type MailboxCommand = typeof MailboxCommand.Type;

export const MailboxEvent = Schema.TaggedUnion({
  MailRefused: { refusal: Refusal },
  RefusalCleared: { at: Instant },
  OptionalDeclined: { at: Instant },
  OptionalAccepted: { at: Instant },
});
export type MailboxEvent = typeof MailboxEvent.Type;

/** The key under which an address is kept. */
export const mailboxOf = (email: Email): string => foldEmail(email);

import { Effect } from "effect";
import type { Email } from "../../address/Email.ts";
import type { SubjectKind } from "../../lifecycle/Subject.ts";
import { type MailboxCommand, mailboxOf } from "../../mail/Mailbox.ts";
import { mailboxMachine } from "../../mail/mailboxMachine.ts";
import { isOptional } from "../../mail/optional.ts";
import { Mailer, type Message } from "../../ports/Mailer.ts";
import { now } from "../execute.ts";
import { tell } from "../tell.ts";
import { mailboxesOf } from "./mailboxesOf.ts";

/** What is known of an address from now on. */
export const tellMailbox = (email: Email, command: MailboxCommand) =>
  tell(mailboxMachine, mailboxOf(email), command);

const isUnwanted = (to: Email) =>
  Effect.map(mailboxesOf([to]), (known) =>
    known.some(({ mailbox }) => !mailbox.optional || mailbox._tag === "Refusing"),
  );

/**
 * Hands over a mail about the subject of its thread, and answers whether it went out. An optional one does not go to
 * whoever has declined them, nor to an address that refused a mail for good. Where the server refuses the address, that is
 * kept for support, and the refusal stands.
 */
export const deliver = Effect.fn("Mails.deliver")(function* (message: Message, kind: SubjectKind) {
  const { to, mail, thread: id } = message;
  if (isOptional(mail._tag) && (yield* isUnwanted(to))) return false;
  const at = yield* now;
  yield* (yield* Mailer).send(message).pipe(
    Effect.tapErrorTag("ProviderRefused", ({ reason }) =>
      tellMailbox(to, {
        _tag: "RecordRefusal",
        refusal: { at, mail: mail._tag, about: { kind, id }, reason, by: "Server" },
      }),
    ),
  );
  return true;
});

import { Effect } from "effect";
import { system } from "../../access/Actor.ts";
import type { Email } from "../../address/Email.ts";
import type { SubjectKind } from "../../lifecycle/Subject.ts";
import { type MailboxCommand, mailboxOf } from "../../mail/Mailbox.ts";
import { mailboxMachine } from "../../mail/mailboxMachine.ts";
import { isOptional } from "../../mail/optional.ts";
import { Mailer, type Message } from "../../ports/Mailer.ts";
import { execute, now } from "../execute.ts";

/** What is known of an address from now on. */
export const tellMailbox = (email: Email, command: MailboxCommand) =>
  Effect.asVoid(
    execute({ actor: system }, (work) =>
      Effect.as(work.apply(mailboxMachine, mailboxOf(email), command, system), null),
    ),
  );

const isUnwanted = Effect.fnUntraced(function* (to: Email) {
  let unwanted = false;
  yield* execute({ actor: system }, (work) =>
    Effect.map(work.state(mailboxMachine, mailboxOf(to)), (mailbox) => {
      unwanted = mailbox !== undefined && (!mailbox.optional || mailbox._tag === "Refusing");
      return null;
    }),
  );
  return unwanted;
});

/**
 * Hands over a mail about the subject of its thread, and answers whether it went out. An optional one does not to who has declined them, nor to an address
 * that refused a mail for good. Where the server refuses the address, that is kept for support, and the refusal stands.
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

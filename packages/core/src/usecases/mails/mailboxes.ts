import { Effect } from "effect";
import type { Actor } from "../../access/Actor.ts";
import type { Email } from "../../address/Email.ts";
import { type Mailbox, mailboxOf } from "../../mail/Mailbox.ts";
import { mailboxMachine } from "../../mail/mailboxMachine.ts";
import type { Caller } from "../Caller.ts";
import { execute } from "../execute.ts";
import { staffOnly } from "../reading.ts";
import { tellMailbox } from "./deliver.ts";
import { mailboxesOf } from "./mailboxesOf.ts";

/** Whether an address takes our mails, and which of them its reader wants. */
export const viewMailbox = Effect.fn("Support.viewMailbox")(function* (actor: Actor, email: Email) {
  yield* staffOnly(actor, "ViewMailbox");
  const [known] = yield* mailboxesOf([email]);
  const unknown: Mailbox = { _tag: "Reachable", optional: true };
  return known?.mailbox ?? unknown;
});

/** Says that an address takes mail after all: optional mails go to it again. */
export const clearRefusal = Effect.fn("Support.clearRefusal")(function* (caller: Caller, email: Email) {
  return yield* execute(caller, (work) =>
    Effect.as(
      work.apply(mailboxMachine, mailboxOf(email), { _tag: "ClearRefusal" } as const, caller.actor),
      null,
    ),
  );
});

/** A reader has had enough of mails that tell nothing new. Whoever asks has shown that the address is theirs. */
export const declineOptionalMails = (email: Email) => tellMailbox(email, { _tag: "DeclineOptional" });

/** The same reader wants them again. */
export const acceptOptionalMails = (email: Email) => tellMailbox(email, { _tag: "AcceptOptional" });

import { Effect, Option } from "effect";
import type { Email } from "../../address/Email.ts";
import { mailboxOf } from "../../mail/Mailbox.ts";
import { mailboxMachine } from "../../mail/mailboxMachine.ts";
import { Store } from "../../ports/Store.ts";
import { stateOf } from "../reading.ts";
import { rejectionOf } from "../rejecting.ts";

/** What is known of some addresses: nothing stands for those of which there is nothing to say. */
export const mailboxesOf = Effect.fnUntraced(function* (emails: ReadonlyArray<Email>) {
  const addresses = [...new Set(emails.map(mailboxOf))];
  const store = yield* Store;
  const found = yield* Effect.mapError(
    store.load(addresses.map((id) => ({ kind: "mailbox" as const, id }))),
    rejectionOf,
  );
  return addresses.flatMap((email, index) =>
    Option.toArray(found[index] ?? Option.none()).map((stored) => ({
      email,
      mailbox: stateOf(mailboxMachine, stored),
    })),
  );
});

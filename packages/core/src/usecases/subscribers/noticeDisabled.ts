import { Effect } from "effect";
import type { Mail } from "../../mail/Mail.ts";
import { Links } from "../../ports/Links.ts";
import { Mailer } from "../../ports/Mailer.ts";
import { Programs } from "../../ports/Programs.ts";
import { Subscriptions } from "../../ports/Subscriptions.ts";
import type { Disabled, Subscription } from "../../subscriptions/Subscription.ts";

const WHY: { readonly [Tag in Disabled["why"]["_tag"]]: string } = {
  ByOperator: "an operator disabled it",
  Gone: "the receiver says that it is gone",
  NotHeard: "it has not heard an event for three days",
};

/** The host alone: the rest of an address may hold a key. */
const hostOf = (url: string): string => /^[a-z]+:\/\/(?:[^/@?#]*@)?([^/?#]+)/i.exec(url)?.[1] ?? "?";

/** Tells the operators at once that somebody is not told any more: a repeat of the mail is recognised by its id. */
export const noticeDisabled = Effect.fn("Subscribers.notice")(function* ({
  id,
  url,
  disabled,
  noticed,
}: Subscription) {
  if (disabled === undefined || noticed) return;
  const program = (yield* Programs).current;
  const href = (yield* Links).desk("subscription", id);
  const { since, why } = disabled;
  const title = `${hostOf(url)}: ${WHY[why._tag]}`;
  const task = { task: "SubscriptionDisabled", subject: id, title, since, href };
  const mail: Mail = { _tag: "OperatorDigest", recipient: program.name, tasks: [task] };
  const mailer = yield* Mailer;
  yield* Effect.forEach(
    program.mail.operators,
    (to, index) =>
      Effect.catchTag(
        mailer.send({
          to,
          mail,
          program,
          messageId: `subscription.${id}.${since}.${index}`,
          thread: id,
          attachments: [],
        }),
        // An address that never takes mail must not keep the others from theirs, again and again.
        "ProviderRefused",
        (error) => Effect.logWarning("an operator's address takes no mail", error),
      ),
    { discard: true },
  );
  yield* (yield* Subscriptions).change(id, { _tag: "Noticed", since });
});

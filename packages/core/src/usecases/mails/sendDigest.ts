import { Effect } from "effect";
import { system } from "../../access/Actor.ts";
import type { Mail } from "../../mail/Mail.ts";
import { Links } from "../../ports/Links.ts";
import { Mailer } from "../../ports/Mailer.ts";
import { Programs } from "../../ports/Programs.ts";
import { operatorTasks } from "../supportDesk.ts";

const MOST = 200;

/** Tells the operators each business day what waits for them; on a day without anything nothing is sent. */
export const sendDigest = Effect.fn("Mails.digest")(function* (day: string) {
  const waiting = yield* operatorTasks(system, MOST);
  if (waiting.length === 0) return;
  const program = (yield* Programs).current;
  const links = yield* Links;
  const tasks = waiting.map(({ task, since, kind, subject, title }) => ({
    task,
    since,
    subject,
    title,
    href: links.desk(kind, subject),
  }));
  const mail: Mail = { _tag: "OperatorDigest", recipient: program.name, tasks };
  const mailer = yield* Mailer;
  yield* Effect.forEach(
    program.mail.operators,
    (to, index) =>
      mailer.send({
        to,
        mail,
        program,
        messageId: `digest.${day}.${index}`,
        thread: "digest",
        attachments: [],
      }),
    { discard: true },
  );
});

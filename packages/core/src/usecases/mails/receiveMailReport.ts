import { Effect, Schema } from "effect";
import { Email, sameEmail } from "../../address/Email.ts";
import type { StoredEvent } from "../../lifecycle/Change.ts";
import type { SubjectKind } from "../../lifecycle/Subject.ts";
import type { MailReport } from "../../mail/MailReport.ts";
import { History } from "../../ports/Store.ts";
import { now } from "../execute.ts";
import { rejectionOf } from "../rejecting.ts";
import { tellMailbox } from "./deliver.ts";

const written: ReadonlyArray<SubjectKind> = ["order", "listing", "checkout"];
const ours = /^([\w-]{1,64})\.([A-Za-z]{1,40})\.(\d{1,16})$/;

const Sent = Schema.Struct({
  _tag: Schema.Literal("MailSent"),
  mail: Schema.String,
  occurrence: Schema.Int,
  to: Email,
});
const isSent = Schema.is(Sent);

/** What became of a report: what it told is kept, it told of nothing that lasts, or it is about no mail of ours. */
export type ReportOutcome = "Recorded" | "NothingToRecord" | "NotOurs";

/**
 * Takes in what a mail server reports of a mail after it had taken it. Anybody can write such a report: it counts only
 * if we did send this very mail to this very address. Told twice, it is kept once.
 */
export const receiveMailReport = Effect.fn("Mails.receiveReport")(function* (
  report: MailReport,
): Effect.fn.Return<
  ReportOutcome,
  Effect.Error<ReturnType<typeof tellMailbox>>,
  History | Effect.Services<ReturnType<typeof tellMailbox>>
> {
  const [, about = "", mail = "", occurrence = ""] = ours.exec(report.messageId) ?? [];
  if (about === "") return "NotOurs";
  const isThisMail = ({ event }: StoredEvent): boolean =>
    isSent(event) &&
    event.mail.toLowerCase() === mail.toLowerCase() &&
    event.occurrence === Number(occurrence) &&
    sameEmail(event.to, report.recipient);
  const history = yield* History;
  for (const kind of written) {
    const events = yield* Effect.mapError(history.of({ kind, id: about }), rejectionOf);
    const sent = events.find(isThisMail)?.event;
    if (!isSent(sent)) continue;
    if (report.outcome !== "Failed") return "NothingToRecord";
    const refusal = {
      at: yield* now,
      mail: sent.mail,
      about: { kind, id: about },
      reason: report.reason,
      by: "Report",
    } as const;
    yield* tellMailbox(report.recipient, { _tag: "RecordRefusal", refusal });
    return "Recorded";
  }
  return "NotOurs";
});

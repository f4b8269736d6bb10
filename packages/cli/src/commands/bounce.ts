import { createReadStream } from "node:fs";
import { type MailReport, type ReportOutcome, receiveMailReport } from "@resale/core";
import { readBounce } from "@resale/mail";
import { Effect } from "effect";
import { Argument, Command } from "effect/cli";
import { withDatabase } from "../database/withDatabase.ts";
import { unusable } from "../Stop.ts";
import { say } from "../told/print.ts";

/** A report holds at most the mail it is about, and a label: what is longer is none. */
const MOST_BYTES = 16 * 1024 * 1024;

const read = (file: string) =>
  Effect.tryPromise({
    try: async () => {
      const chunks: Array<Buffer> = [];
      let length = 0;
      for await (const chunk of file === "-" ? process.stdin : createReadStream(file)) {
        const bytes = Buffer.from(chunk);
        length += bytes.length;
        if (length > MOST_BYTES) throw new Error("it is longer than 16 MB, which no report is");
        chunks.push(bytes);
      }
      return Buffer.concat(chunks);
    },
    catch: (cause) => (cause instanceof Error ? cause.message : String(cause)),
  }).pipe(Effect.catch((why) => unusable(`The report can't be read: ${why}`)));

const words: Readonly<Record<ReportOutcome, string>> = {
  Recorded: "kept",
  NothingToRecord: "nothing lasts of it: the server tries on, or has delivered",
  NotOurs: "no mail of ours went there under this Message-ID",
};

const line = ({ recipient, messageId, reason }: MailReport, outcome: ReportOutcome): string =>
  `${recipient} ${messageId}: ${words[outcome]} (${reason})`;

const take = Effect.fnUntraced(function* (file: string) {
  const raw = yield* read(file);
  const reports = yield* Effect.promise(() => readBounce(raw));
  if (reports.length === 0) yield* say({ outcome: "NoReport" }, "This is no report of a mail that bounced.");
  for (const report of reports) {
    const outcome = yield* receiveMailReport(report);
    yield* say({ ...report, outcome }, line(report, outcome));
  }
});

/** `resale bounce` */
export const bounce = Command.make(
  "bounce",
  {
    file: Argument.String("FILE").pipe(
      Argument.withDescription("The report as it came, headers and all; - reads it from another program"),
    ),
  },
  ({ file }) => Effect.scoped(withDatabase(Effect.suspend(() => take(file)))),
).pipe(
  Command.withDescription(
    "Take in a mail server's report of a mail that it could not deliver (RFC 3464). The address is kept as one that refused a mail, for support to see beside the order, and gets no optional mails any more. A report counts only if that mail did go to that address; told twice, it is kept once. Ends with 0 for any mail that can be read, so that a mail server which pipes here does not answer a bounce with a bounce.",
  ),
  Command.withShortDescription("Take in a report of a mail that bounced"),
  Command.withExamples([
    { command: "resale bounce report.eml", description: "A report that was kept as a file" },
    { command: "resale bounce -", description: "From a mail server's alias: |resale bounce -" },
  ]),
);

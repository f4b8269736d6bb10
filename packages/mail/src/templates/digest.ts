import { type Block, paragraph } from "../layout/Letter.ts";
import { momentIn } from "../layout/when.ts";
import { counted, oneLine } from "../layout/words.ts";
import { greet, type Template } from "./Template.ts";

/** `FailedPayout` reads `Failed payout`. */
const taskInWords = (task: string): string => {
  const spaced = oneLine(task)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
};

export const operatorDigest: Template<"OperatorDigest"> = (mail, { program }) => {
  const count = mail.tasks.length;
  const entries = mail.tasks.map(
    ({ task, subject, title, since, href }): Block => ({
      _tag: "Entry",
      title: `${taskInWords(task)}: ${oneLine(title)}`,
      detail: `${oneLine(subject)}, since ${momentIn(program, since)}`,
      href,
    }),
  );
  return {
    subject: count === 0 ? "Nothing waits for you" : `${counted(count, "task")} waiting for you`,
    preheader: count === 0 ? "All is done." : "The longest waiting first.",
    title: count === 0 ? "Nothing waits for you" : `${counted(count, "task")} waiting`,
    greeting: greet(mail.recipient),
    blocks: count === 0 ? [paragraph("All tasks are done. Well done.")] : entries,
  };
};

import { styleText } from "node:util";
import { type Deadline, type Instant, preLoved } from "@resale/core";
import { momentIn, reckoning, until } from "@resale/mail";
import type { Teller } from "../Teller.ts";
import { beside, wrap } from "./columns.ts";
import { ledger } from "./ledger.ts";

/** Where words begin: after the mark and the name. */
const INDENT = 12;
const WIDEST = 104;
const NARROWEST = 60;

type Style = Parameters<typeof styleText>[0];

const shortMoment = (moment: Instant): string =>
  new Intl.DateTimeFormat("en-US", {
    weekday: "short",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone: preLoved.calendar.zone,
  })
    .format(moment)
    .replace(/\s/gu, " ");

/** What the numbers of a deadline mean, in words. */
const words = (deadline: Deadline): string => reckoning(preLoved, deadline);

/** Tells on a terminal; without colours where they are not wanted. */
export const terminalTeller = (out: NodeJS.WriteStream): Teller => {
  const width = Math.max(NARROWEST, Math.min(WIDEST, out.columns ?? WIDEST)) - 2;
  const style = (how: Style, text: string): string => styleText(how, text, { stream: out });
  const write = (line: string): void => void out.write(`  ${line.trimEnd()}\n`);
  const marked = (mark: string, how: Style, name: string, text: string): void => {
    const first = `${mark} ${name}`;
    if (first.length >= INDENT) {
      write(style(how, first));
      for (const line of beside("", INDENT, text, width)) write(line);
      return;
    }
    for (const [index, line] of beside(first, INDENT, text, width).entries()) {
      write(index === 0 ? style(how, first) + line.slice(first.length) : line);
    }
  };
  const dim = (text: string): void => {
    for (const line of wrap(text, width - INDENT)) write(style("dim", `${" ".repeat(INDENT)}${line}`));
  };
  return {
    chapter: (title, about) => {
      const rule = "─".repeat(Math.max(4, width - title.length - about.length - 4));
      out.write("\n");
      write(`${style("bold", title)} ${style("dim", `${rule} ${about}`)}`);
      out.write("\n");
    },
    step: (who, what) => marked("●", ["bold", "cyan"], who, what),
    aside: dim,
    mail: ({ to, subject, attachments }) => {
      marked("✉ mail", "magenta", "", subject);
      const files = attachments.map(({ name }) => name).join(", ");
      dim(files === "" ? `to ${to}` : `to ${to}, with ${files}`);
    },
    clock: (now, why) => {
      out.write("\n");
      write(`${style("yellow", `◷ ${shortMoment(now)}`)}  ${why}`);
    },
    deadline: (label, deadline) => {
      marked("⌛ until", "blue", "", `${label} ${until(preLoved, deadline)}.`);
      dim(words(deadline));
    },
    money: (title, bookings) => {
      const { head, lines, sums } = ledger(bookings);
      out.write("\n");
      write(style("bold", title));
      for (const line of [style("dim", head), ...lines, style("bold", sums)]) write(`  ${line}`);
      out.write("\n");
    },
    check: (came, what) => marked(came ? "✓" : "✗", came ? "green" : ["bold", "red"], "", what),
  };
};

/** The moment a story begins, in full. */
export const fullMoment = (moment: Instant): string => momentIn(preLoved, moment);

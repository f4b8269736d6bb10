import { isOptional, type Mail, type Mailer, type Program } from "@resale/core";
import { Effect } from "effect";
import type { Links } from "./Links.ts";
import { selfContained } from "./layout/logo.ts";
import { type Footer, setHtml } from "./layout/setHtml.ts";
import { setText } from "./layout/setText.ts";
import { oneLine } from "./layout/words.ts";
import { letterOf } from "./templates/letterOf.ts";

/** A mail in words. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Links of a mail that is going to somebody: what `unsubscribe` leads to is known only then. */
export interface RenderLinks extends Pick<Links, "photo"> {
  readonly unsubscribe?: string;
}

const readers = {
  seller: (program: Program) =>
    `You receive this e-mail because you sell with ${program.brand} ${program.name}.`,
  buyer: (program: Program) =>
    `You receive this e-mail because you bought from ${program.brand} ${program.name}.`,
  operator: (program: Program) =>
    `You receive this e-mail because you look after ${program.brand} ${program.name}.`,
};

const readerOf = (mail: Mail): keyof typeof readers => {
  switch (mail._tag) {
    case "OperatorDigest":
      return "operator";
    case "Receipt":
    case "ParcelShipped":
    case "TransitUpdate":
    case "ParcelDelivered":
    case "WindowClosing":
    case "ConfirmedAutomatically":
    case "DisputeReceived":
    case "DisputeDecidedForBuyer":
    case "RefundAndReturnLabel":
    case "OrderCancelled":
      return "buyer";
    default:
      return "seller";
  }
};

/** Turns a mail into its subject, HTML and text, in the Program's name, money and time zone. */
export const render = (program: Program, mail: Mail, links: RenderLinks = {}): RenderedMail => {
  const { unsubscribe, ...rest } = links;
  const letter = letterOf(mail, { program, links: rest });
  const footer: Footer = {
    why: readers[readerOf(mail)](program),
    ...(unsubscribe !== undefined && isOptional(mail._tag) ? { unsubscribe } : {}),
  };
  return {
    subject: oneLine(letter.subject),
    html: setHtml(program, letter, footer),
    text: setText(program, letter, footer),
  };
};

/** The port's `write`: as the reader gets it, but for the link that stops optional mails, which is the reader's alone. */
export const writeWith =
  ({ photo }: Pick<Links, "photo"> = {}): Mailer["Service"]["write"] =>
  (mail, program) =>
    Effect.sync(() => {
      const words = render(program, mail, photo === undefined ? {} : { photo });
      return { ...words, html: selfContained(words.html, program.mail.theme) };
    });

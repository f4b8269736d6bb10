import { isOptional, type Mail, type Mailer, type MailReader, type Program, readerOf } from "@resale/core";
import { Effect } from "effect";
import type { Links } from "./Links.ts";
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

const whyThey = {
  Seller: "sell with",
  Buyer: "bought from",
  Operator: "look after",
} as const satisfies { readonly [Reader in MailReader]: string };

const whyOf = ({ brand, name }: Program, mail: Mail): string =>
  `You receive this e-mail because you ${whyThey[readerOf(mail._tag)]} ${brand} ${name}.`;

/** Turns a mail into its subject, HTML and text, in the Program's name, money and time zone. */
export const render = (program: Program, mail: Mail, links: RenderLinks = {}): RenderedMail => {
  const { unsubscribe, ...rest } = links;
  const letter = letterOf(mail, { program, links: rest });
  const footer: Footer = {
    why: whyOf(program, mail),
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
    Effect.sync(() => render(program, mail, photo === undefined ? {} : { photo }));

import { isOptional, type Message } from "@resale/core";
import type { SendMailOptions } from "nodemailer";
import type { Links } from "./Links.ts";
import { linkTo } from "./layout/link.ts";
import { logoParts } from "./layout/logo.ts";
import { oneLine } from "./layout/words.ts";
import { type RenderedMail, render } from "./render.ts";

/** A message in words and with the headers it travels with. */
export interface ComposedMessage extends RenderedMail {
  readonly options: SendMailOptions;
}

/** A key as part of a Message-ID: whatever a header may not hold is written as its number. */
const idPart = (key: string): string =>
  Array.from(key, (character) =>
    /[\w.-]/.test(character) ? character : `%${character.codePointAt(0)?.toString(16) ?? ""}`,
  ).join("");

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

const unsubscribeOf = ({ to, mail, program }: Message, links: Links): string => {
  const byMail = `mailto:${program.mail.replyTo}?subject=unsubscribe`;
  return linkTo(links.unsubscribe?.(to, mail._tag) ?? byMail) ?? byMail;
};

const unsubscribeHeaders = (href: string): Record<string, string> => ({
  "List-Unsubscribe": `<${href}>`,
  ...(href.startsWith("https:") ? { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {}),
});

const pathOf = ({ program, mail, messageId, thread }: Message, unsubscribe: string) => {
  const domain = domainOf(program.mail.from);
  const name = oneLine(program.mail.theme.sender ?? `${program.brand} ${program.name}`);
  return {
    from: { name, address: program.mail.from },
    replyTo: { name, address: program.mail.replyTo },
    messageId: `<${idPart(messageId)}@${domain}>`,
    thread: `<${idPart(thread)}@${domain}>`,
    headers: {
      "Auto-Submitted": "auto-generated",
      ...(isOptional(mail._tag) ? unsubscribeHeaders(unsubscribe) : {}),
    },
  };
};

/**
 * Renders a message and gives it the headers it travels with: a Message-ID by which a repeat is recognised, the thread
 * of its order, and the word that no person wrote it, so that no answering machine answers.
 */
export const compose = (message: Message, links: Links = {}): ComposedMessage => {
  const { program, mail, to } = message;
  const unsubscribe = unsubscribeOf(message, links);
  const { photo } = links;
  const rendered = render(program, mail, { unsubscribe, ...(photo === undefined ? {} : { photo }) });
  const { thread, ...path } = pathOf(message, unsubscribe);
  return {
    ...rendered,
    options: {
      ...path,
      to: { name: "", address: to },
      subject: rendered.subject,
      html: rendered.html,
      text: rendered.text,
      inReplyTo: thread,
      references: [thread],
      attachments: [
        ...message.attachments.map(({ name, contentType, content }) => ({
          filename: oneLine(name).replace(/[/\\]/g, "-"),
          contentType,
          content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
          contentDisposition: "attachment" as const,
        })),
        ...logoParts(program.mail.theme).map(({ cid, base64 }) => ({
          cid,
          filename: `${cid}.png`,
          contentType: "image/png",
          content: Buffer.from(base64, "base64"),
          contentDisposition: "inline" as const,
        })),
      ],
      disableFileAccess: true,
      disableUrlAccess: true,
    },
  };
};

/** What stands above a mail on its way, but for its subject: for whoever looks at one before it is sent. */
export const headersOf = (
  message: Message,
  links: Links = {},
): ReadonlyArray<readonly [name: string, value: string]> => {
  const { from, replyTo, messageId, thread, headers } = pathOf(message, unsubscribeOf(message, links));
  return [
    ["From", `${from.name} <${from.address}>`],
    ["Reply-To", `${replyTo.name} <${replyTo.address}>`],
    ["To", message.to],
    ["Message-ID", messageId],
    ["In-Reply-To", thread],
    ["References", thread],
    ...Object.entries(headers),
  ];
};

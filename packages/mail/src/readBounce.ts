import { Email, type MailReport } from "@resale/core";
import { Schema } from "effect";
import { messageIdIn } from "./returnPaths.ts";

type Fields = ReadonlyMap<string, string>;

/** Blocks of `Name: value` lines, an empty line between them; a line that begins with a space goes on with the last. */
const blocksOf = (text: string): ReadonlyArray<Fields> =>
  text
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n/)
    .map((block) => {
      const lines = block.replace(/\n[ \t]+/g, " ").split("\n");
      const fields = lines.flatMap((line): ReadonlyArray<[string, string]> => {
        const colon = line.indexOf(":");
        return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
      });
      return new Map(fields);
    })
    .filter((fields) => fields.size > 0);

/** `rfc822; Ada@example.com` names an address by its kind; the kind is of no use here. */
const withoutKind = (value: string | undefined): string | undefined =>
  value?.slice(value.indexOf(";") + 1).trim();

const outcomes: Readonly<Record<string, MailReport["outcome"]>> = {
  failed: "Failed",
  delayed: "Delayed",
  delivered: "Delivered",
  relayed: "Delivered",
  expanded: "Delivered",
};

/** A server that says `failed` of a status that begins with 4 has given up: the mail is lost, the address may be well. */
const outcomeOf = (action: string | undefined, status: string): MailReport["outcome"] | undefined => {
  const outcome = outcomes[action?.toLowerCase() ?? ""];
  return outcome === "Failed" && status.startsWith("4") ? "Delayed" : outcome;
};

const keyOf = (messageId: string | undefined): string | undefined =>
  /<([^<>@\s]+)@[^<>@\s]+>/.exec(messageId ?? "")?.[1];

const isEmail = Schema.is(Email);
const MOST_WORDS = 300;

/** The parts of a report, by their type. */
const partsOf = async (raw: string | Uint8Array) => {
  const { simpleParser } = await import("mailparser");
  const mail = await simpleParser(Buffer.from(raw), { keepDeliveryStatus: true });
  const part = (...types: ReadonlyArray<string>): string =>
    mail.attachments.find(({ contentType }) => types.includes(contentType))?.content.toString("utf8") ?? "";
  return {
    status: part("message/delivery-status", "message/global-delivery-status"),
    returned: part("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"),
    /** The addresses that it came to, the one on the envelope first. */
    cameTo: ["x-original-to", "delivered-to", "envelope-to", "to"].flatMap((name) =>
      mail.headerLines.filter(({ key }) => key === name).map(({ line }) => line),
    ),
  };
};

/**
 * Reads a mail server's report of mails that it could not deliver (RFC 3464): one entry for each reader of a mail of ours. Which
 * mail it was, the headers it returns say, or else the address that the report came to ({@link returnPathOf}).
 * Anything else, such as an answer from somebody on holiday, gives none. Whether the mail was ours, the engine knows.
 */
export const readBounce = async (raw: string | Uint8Array): Promise<ReadonlyArray<MailReport>> => {
  const { status, returned, cameTo } = await partsOf(raw);
  const named = cameTo.map(messageIdIn).find((name) => name !== undefined);
  const messageId = keyOf(blocksOf(returned)[0]?.get("message-id")) ?? named;
  if (messageId === undefined) return [];
  return blocksOf(status).flatMap((fields) => {
    const recipient = withoutKind(fields.get("original-recipient") ?? fields.get("final-recipient"));
    const code = fields.get("status") ?? "";
    const outcome = outcomeOf(fields.get("action"), code);
    if (recipient === undefined || !isEmail(recipient) || outcome === undefined) return [];
    const words = withoutKind(fields.get("diagnostic-code")) ?? "";
    const reason = (words.includes(code) ? words : `${code} ${words}`).trim().slice(0, MOST_WORDS);
    return [{ messageId, recipient, outcome, reason: reason === "" ? "no reason given" : reason }];
  });
};

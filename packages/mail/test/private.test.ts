import { Email, type Mail, preLoved } from "@resale/core";
import { buyersAddress, everyMail, MAIL_SHOP } from "@resale/testkit/contracts";
import { describe, expect, it } from "vitest";
import { compose } from "../src/compose.ts";
import { linkTo } from "../src/layout/link.ts";

/** Words that stand for what is somebody's own; each may be read inside a mail, none before it is opened. */
const canaries = {
  recipient: "CANARYNAME",
  text: "CANARYWORDS",
  tracking: "9400111899223197428490",
  token: "a1b2",
  money: "987.60",
  shop: new URL(MAIL_SHOP).host,
  ...buyersAddress,
};

const planted = everyMail("a tote").map((mail): Mail => {
  const own = { ...mail, recipient: canaries.recipient };
  return "text" in own ? { ...own, text: canaries.text } : own;
});

const to = Email.make("canary.reader@example.com");
const composed = planted.map((mail, index) => {
  const message = {
    to,
    mail,
    program: preLoved,
    messageId: `o-1.${mail._tag}.1`,
    thread: "o-1",
    attachments: [],
  };
  return [`${mail._tag} ${index}`, compose(message)] as const;
});

describe("before a mail is opened", () => {
  it.each(composed)(
    "R52 %s tells nothing that is private, in its subject or beside it",
    (_, { subject, html, options }) => {
      const [, preheader = ""] = /<body[^>]*>\s*<div[^>]*>([^<&]*)/.exec(html) ?? [];
      expect(preheader).not.toBe("");
      const headers = JSON.stringify([
        options.headers,
        options.messageId,
        options.inReplyTo,
        options.references,
      ]);
      const own = Object.values(canaries).filter((word) => word !== undefined && word.length > 3);
      for (const word of [...own, "canary"]) {
        for (const part of [subject, preheader]) expect(part).not.toContain(word);
        expect(headers).not.toContain(word);
      }
    },
  );

  it("the canaries do stand inside", () => {
    const inside = composed.map(([, { text }]) => text).join();
    for (const word of [canaries.recipient, canaries.text, canaries.tracking, canaries.token, canaries.money])
      expect(inside).toContain(word);
  });
});

describe("links", () => {
  it.each(composed)("of %s are absolute", (_, { html }) => {
    for (const [, href = ""] of html.matchAll(/<a [^>]*href="([^"]*)"/g)) {
      expect(href).toMatch(/^(https:\/\/|mailto:)/);
      expect(linkTo(href)).toBe(href);
    }
  });
});

import { isOptional, Mail, type MailTag, type Program, preLoved, readerOf } from "@resale/core";
import { buyersAddress, everyMail, MAIL_SHOP, mailedPhoto } from "@resale/testkit/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { render } from "../src/index.ts";

const links = {
  photo: (id: string) => `${MAIL_SHOP}/photos/${id}/list`,
  unsubscribe: `${MAIL_SHOP}/unsubscribe?t=abc`,
};
const mails = everyMail("Jet Set Large Tote");
const hrefsIn = (value: unknown): ReadonlyArray<string> => {
  if (typeof value === "string") return value.startsWith(MAIL_SHOP) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(hrefsIn) : [];
};

const wordsOf = (markup: string): string =>
  markup
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/** The markup without any text: what a mail is built of, whatever was written into it. */
const skeletonOf = (markup: string): string =>
  [...markup.matchAll(/<(\/?[a-z0-9!]+)/gi)].map(([, name]) => name).join(" ");

describe("every mail", () => {
  it("has a template, and a case in these tests", () => {
    expect(new Set(mails.map((mail) => mail._tag))).toEqual(new Set(Object.keys(Mail.cases)));
  });

  it.each(mails.map((mail, index) => [`${mail._tag} ${index}`, mail] as const))(
    "%s reads well",
    (_, mail) => {
      const { subject, html, text } = render(preLoved, mail, links);
      for (const part of [subject, html, text])
        expect(part).not.toMatch(/undefined|NaN|\[object|Invalid Date/);
      expect(subject.length).toBeLessThan(120);
      expect(subject).not.toMatch(/[\r\n]/);
      expect(html).toContain("color-scheme");
      expect(html).toContain("Michael Kors");
      for (const href of hrefsIn(mail)) {
        expect(html).toContain(`href="${href.replaceAll("&", "&amp;")}"`);
        expect(text).toContain(href);
      }
      expect(html.includes(links.photo(mailedPhoto))).toBe("item" in mail || mail._tag === "Receipt");
      expect(html.includes(links.unsubscribe)).toBe(isOptional(mail._tag));
      expect(text.includes(links.unsubscribe)).toBe(isOptional(mail._tag));
      expect(new TextEncoder().encode(html).length).toBeLessThan(100_000);
    },
  );

  it("says in its last line why its reader gets it: as a seller, a buyer, or who looks after the marketplace", () => {
    const whys = { Seller: "you sell with", Buyer: "you bought from", Operator: "you look after" };
    for (const mail of mails) {
      const { text, html } = render(preLoved, mail, links);
      for (const part of [text.replaceAll(/\s+/g, " "), html]) {
        expect(part, mail._tag).toContain(`because ${whys[readerOf(mail._tag)]} Michael Kors`);
      }
    }
    expect(readerOf("GuestLink")).toBe("Buyer");
  });

  it("R44 tells the seller what the buyer complains of, in the words it was given", () => {
    const tolds = mails.filter((mail) => mail._tag === "DisputeOpened");
    expect(tolds.map(({ kind }) => kind)).toContain("Not as described");
    for (const mail of tolds) {
      expect(render(preLoved, mail, links).text).toContain(`The buyer says: ${mail.kind}`);
    }
  });

  it.each([
    `<script>alert(1)</script>`,
    `" onload="alert(1)`,
    `' onmouseover='alert(1)`,
    `</td></table><img src=x onerror=alert(1)>`,
    "<!--[if mso]><b>hi</b><![endif]-->",
    "a\r\nBcc: everyone@example.com\r\n\r\n<h1>hi</h1>",
    "\u202egnp.exe \u0000\u0008`7` {{7*7}} &lt;b&gt;",
  ])("holds other people's words as words: %j", (words) => {
    everyMail(words).forEach((mail, index) => {
      const { subject, html } = render(preLoved, mail, links);
      const plain = mails[index];
      if (plain === undefined) throw new Error("the two lists are alike");
      const lineBreaks = / br/g;
      const ours = skeletonOf(render(preLoved, plain, links).html).replace(lineBreaks, "");
      expect(skeletonOf(html).replace(lineBreaks, "")).toBe(ours);
      expect(html).not.toMatch(/<script|onload="|onerror=alert\(1\)>|\p{Bidi_Control}|(?!\n)\p{Cc}/u);
      expect(subject).not.toMatch(/[\p{Cc}\u202e]/u);
    });
  });

  it("holds any words at all without losing its form", () => {
    const forms = mails.map((mail) => skeletonOf(render(preLoved, mail, links).html).replaceAll(" br", ""));
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (words) => {
        fc.pre(words.trim() !== "");
        everyMail(`x${words}`).forEach((mail, index) => {
          const { html, subject } = render(preLoved, mail, links);
          expect(skeletonOf(html).replaceAll(" br", "")).toBe(forms[index]);
          expect(subject).not.toMatch(/[\p{Cc}]/u);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("has no link that runs something", () => {
    const [mail] = mails.filter((one) => one._tag === "ListingApproved");
    if (mail === undefined) throw new Error("there is one");
    for (const share of [
      "javascript:alert(1)",
      "data:text/html,<b>",
      "vbscript:x",
      "//evil.example",
      "nothing",
    ]) {
      const { html, text } = render(preLoved, { ...mail, share });
      for (const part of [html, text]) expect(part).not.toContain(share);
    }
    const { html } = render(preLoved, {
      ...mail,
      share: `https://shop.example/"><script>alert('1')</script>`,
    });
    expect(html).not.toContain("<script");
    expect(html).toContain('href="https://shop.example/%22%3E%3Cscript%3E');
  });

  it("escapes the Program's own words as well", () => {
    const program: Program = { ...preLoved, brand: `A<b>"&'`, name: "<i>Re</i>" };
    for (const mail of mails) {
      const { html } = render(program, mail, links);
      expect(html).not.toMatch(/<b>|<i>/);
      expect(html).toContain("A&lt;b&gt;&quot;&amp;&#39;");
    }
  });
});

describe("what a mail must not tell", () => {
  const secrets = [...Object.values(buyersAddress).filter((part) => part.length > 2), "99362"];

  it("R52 no seller mail holds the buyer's address, even when one is slipped in beside its data", () => {
    for (const mail of mails.filter((one) => readerOf(one._tag) === "Seller")) {
      const slipped = { ...mail, shipTo: buyersAddress, address: buyersAddress, buyer: buyersAddress.name };
      const { subject, html, text } = render(preLoved, slipped, links);
      for (const secret of secrets) {
        for (const part of [subject, html, text]) expect(part).not.toContain(secret);
      }
    }
  });

  it("R48 no mail holds a gift-card code, even when one is slipped in beside its data", () => {
    const code = "GIFT7Q2XK9PLM4TZ";
    for (const mail of mails) {
      const slipped = { ...mail, code, giftCard: { code }, giftCardCode: code, credit: code };
      const { subject, html, text } = render(preLoved, slipped, links);
      for (const part of [subject, html, text]) expect(part).not.toContain(code);
    }
  });

  it("R52 no subject holds a name, an address or a tracking number", () => {
    for (const mail of everyMail("a tote").map((one) => ({ ...one, recipient: "Ada Lovelace" }))) {
      const { subject } = render(preLoved, mail, links);
      for (const secret of [...secrets, "Ada", "Lovelace", "9400111899223197428490", "token"]) {
        expect(subject).not.toContain(secret);
      }
    }
  });
});

describe("what a mail must tell", () => {
  const textOf = (tag: MailTag): string =>
    mails
      .filter((mail) => mail._tag === tag)
      .map((mail) => {
        const { html, text } = render(preLoved, mail, links);
        return `${text.replace(/\s+/g, " ")} ${wordsOf(html)}`;
      })
      .join(" ");

  it("R27 R51 promises no money back that was never taken, and speaks of no label that never was", () => {
    const unpaid = mails.filter((mail) => mail._tag === "OrderCancelled" && mail.refund === 0);
    const unlabelled = mails.filter((mail) => mail._tag === "SaleCancelled" && !mail.labelled);
    expect([unpaid.length, unlabelled.length]).toEqual([1, 1]);
    for (const mail of [...unpaid, ...unlabelled]) {
      const { html, text } = render(preLoved, mail, links);
      for (const part of [html, text]) {
        expect(part).not.toMatch(
          /goes back to the card|your money back|\$0\.00|the money back|no longer valid/,
        );
        expect(part).toContain("The card could not be charged");
      }
    }
  });

  it("R50 promises the seller no money that the buyer's bank holds", () => {
    const held = mails.filter((mail) => "payoutHeld" in mail && mail.payoutHeld);
    expect(new Set(held.map(({ _tag }) => _tag)).size).toBe(4);
    for (const mail of held) {
      const { html, text } = render(preLoved, mail, links);
      for (const part of [html, text.replaceAll(/\s+/g, " ")]) {
        expect(part).not.toMatch(/and the seller is (?:being )?paid|payout goes out now/);
      }
    }
  });

  it("R51 asks nobody not to ship what was shipped", () => {
    const [shipped, ...others] = mails.filter((mail) => mail._tag === "SaleCancelled" && mail.shipped);
    expect(others).toEqual([]);
    if (shipped === undefined) throw new Error("no such mail");
    const { html, text } = render(preLoved, shipped, links);
    for (const part of [html, text]) {
      expect(part).not.toMatch(/do not ship|no longer valid/);
      expect(part).toContain("It never arrived");
    }
  });

  it.each([
    ["NotShipped", "It was not shipped in time.", "It was not shipped in time"],
    ["SellerCannotShip", "The seller has fallen ill.", "It can't be shipped: The seller has fallen ill."],
    ["Other", "It was sold elsewhere.", "Michael Kors writes: It was sold elsewhere."],
    ["Other", "", ""],
    ["PaymentFailed", "Mastercard 7003: insufficient funds", "The card could not be charged"],
  ])("R51 says of a cancellation for %s (%j) why, once", (code, text, said) => {
    for (const mail of mails) {
      if (mail._tag !== "SaleCancelled" && mail._tag !== "OrderCancelled") continue;
      const rendered = render(preLoved, { ...mail, reason: { code, text } }, links).text;
      const words = rendered.replaceAll(/[\s>]+/g, " ");
      expect(words).toContain(said);
      expect(words.split(said === "" ? "Another reason" : said)).toHaveLength(said === "" ? 1 : 2);
      if (code === "PaymentFailed") expect(words).not.toContain(text);
    }
  });

  it.each([
    ["R13", "SubmissionReceived", "by the end of Wednesday, November 25, 2026 (New York time)"],
    ["R15", "ListingApproved", `${MAIL_SHOP}/p/tote-1`],
    ["R14", "ListingDenied", "Another reason"],
    ["R11", "PriceChanged", "withdraw it as long as it is unsold"],
    ["R28", "ItemSold", "label is attached as a PDF"],
    ["R28", "ItemSold", "Stuff it with tissue"],
    ["R17", "ItemSold", "MK Supply: to be shipped"],
    ["R30", "ItemSold", "Saturday, November 21 (weekend)"],
    ["R34", "ShipReminder", "you find the label again, and can book a free pickup"],
    ["R31", "ShipmentOverdue", "You may still ship"],
    ["R33", "ParcelShipped", "9400111899223197428490"],
    ["R33", "ParcelShipped", "is an estimate"],
    ["R40", "ParcelDelivered", "before 10:42 AM on Monday, November 23, 2026 (New York time)"],
    ["R43", "ConfirmedAutomatically", "confirmed automatically"],
    ["R45", "RefundAndReturnLabel", "$1,412.59"],
    ["R45", "DisputeDecidedForSeller", "The piece comes back to you"],
    ["R45", "DisputeDecidedForSeller", "The buyer sends the piece to Michael Kors"],
    ["R45", "DisputeDecidedForSeller", "9400111899223197428490"],
    ["R46", "ListingApproved", "$987.60"],
    ["R48", "PayoutOnItsWay", "in an e-mail of its own, from its issuer"],
    ["R12", "Receipt", "Shipping $9.95"],
    ["R51", "OrderCancelled", "The whole amount goes back to the card you paid with"],
    ["R27", "OrderCancelled", "you are not charged for it"],
    ["R51", "SaleCancelled", "the label is no longer valid"],
    ["R27", "SaleCancelled", "the buyer has not paid"],
  ] as const)("%s %s says “%s”", (_, tag, words) => {
    expect(textOf(tag).toLowerCase()).toContain(words.toLowerCase());
  });
});

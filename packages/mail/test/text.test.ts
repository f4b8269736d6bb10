import { preLoved } from "@resale/core";
import { everyMail } from "@resale/testkit/contracts";
import { describe, expect, it } from "vitest";
import { render } from "../src/index.ts";
import { links } from "./sample.ts";

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  "#96": "`",
};
const plain = (markup: string): string =>
  markup
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, " ")
    .trim();

const all = (markup: string, pattern: RegExp): ReadonlyArray<string> =>
  [...markup.matchAll(pattern)].map(([, found = ""]) => plain(found));

const AMOUNT = /(\$[\d,]+\.\d\d)/g;
const DAY = /((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]+ \d{1,2}(?:, \d{4})?)/g;
const TIME = /(\d{1,2}:\d\d [AP]M)/g;
const TRACKING = /(\d{20,})/g;

const mails = everyMail("Jet Set Tote").map((mail, index) => {
  const { html, text } = render(preLoved, mail, links);
  const visible = plain(html.replace(/<head>[\s\S]*<\/head>|<!--[\s\S]*?-->/g, " ").replace(/<[^>]+>/g, " "));
  return [`${mail._tag} ${index}`, { mail, html, visible, text, words: text.replace(/\s+/g, " ") }] as const;
});

describe("read as text", () => {
  it.each(mails)("%s holds each link of its HTML, and the same words on it", (_, { html, text, words }) => {
    const hrefs = all(html, /<a [^>]*href="([^"]*)"/g);
    expect(hrefs.length).toBeGreaterThan(0);
    for (const href of hrefs) expect(text).toContain(href.replace(/^mailto:/, ""));
    for (const label of all(html, /<a [^>]*>([^<]*)<\/a>/g)) expect(words).toContain(label);
  });

  it.each(mails)("%s holds each amount, deadline and number, as often", (_, { visible, words }) => {
    for (const pattern of [AMOUNT, DAY, TIME, TRACKING]) {
      expect(all(words, pattern)).toEqual(all(visible, pattern));
    }
  });

  it("finds amounts, deadlines and numbers to look for", () => {
    const found = (pattern: RegExp) =>
      mails.filter(([, { visible }]) => all(visible, pattern).length > 0).length;
    for (const pattern of [AMOUNT, DAY, TIME, TRACKING]) expect(found(pattern)).toBeGreaterThan(4);
  });

  it.each(mails)("%s keeps to lines that every window shows, links apart", (_, { text }) => {
    for (const line of text.split("\n").filter((one) => !one.startsWith("http"))) {
      expect(line.length, line).toBeLessThanOrEqual(72);
    }
  });
});

describe("what a mail asks its reader to do", () => {
  it.each(mails)("%s has one button at most", (_, { html }) => {
    expect(all(html, /class="(button)"/g).length).toBeLessThanOrEqual(1);
  });

  it("is one thing in every mail about a thing still open", () => {
    const without = mails
      .filter(([, { html }]) => !html.includes('class="button"'))
      .map(([, { mail }]) => mail._tag);
    expect(new Set(without)).toEqual(new Set(["ListingDenied", "Receipt", "OperatorDigest"]));
  });
});

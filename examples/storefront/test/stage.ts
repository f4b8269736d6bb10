import type { Email } from "@resale/core";
import { makeClient, type ResaleClient } from "@resale/http/client";
import { people } from "@resale/seed";
import { findChromium, openChromium } from "@resale/workspace/chromium";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { OPENING } from "./extent.ts";
import { openShop } from "./reference.ts";
import { type Scheme, Visitors } from "./Visitors.ts";

/** Somebody who can sign in, by first name. */
export type Name = "Ada" | "Grace" | "Vera" | "Rita" | "Sam";

type Who = Name | Email;

interface Entering {
  readonly scheme?: Scheme;
  /** Nobody, if left out. */
  readonly as?: Who;
  /** What is in their bag already. */
  readonly bag?: ReadonlyArray<{ readonly id: string; readonly title: string }>;
}

/** A shop with a browser, and its staff's own way in for what a test only prepares: for all tests of a file. */
export interface Stage {
  readonly url: string;
  readonly visitor: ResaleClient;
  readonly support: ResaleClient;
  readonly reviewer: ResaleClient;
  readonly enter: (path: string, width: number, entering?: Entering) => Promise<Page>;
  /** From now on somebody else looks at a page. */
  readonly change: (page: Page, as: Who) => Promise<void>;
  /** Those who go to another shop, with the same browser. */
  readonly visitorsOf: (url: string) => Visitors;
  /** Somebody whose browser knows nothing yet; they are to be sent away by closing their context. */
  readonly newcomer: (width: number) => Promise<Page>;
}

const open = async (executablePath: string) => {
  const [shop, browser] = await Promise.all([openShop(), openChromium(executablePath)]);
  const baseUrl = `${shop.url}/api`;
  const tokens = new Map<Who, Promise<string>>();
  const askForToken = async (email: string): Promise<string> => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ email });
    const answer = await fetch(`${shop.url}/sign-in`, { method: "POST", headers, body });
    return ((await answer.json()) as { readonly token: string }).token;
  };
  const session = async (name: Who) => {
    const person = people.find((one) => one.email === name || one.name.startsWith(`${name} `));
    if (person === undefined) throw new Error(`nobody is called ${name}`);
    const token = tokens.get(name) ?? askForToken(person.email);
    tokens.set(name, token);
    return { ...person, token: await token };
  };
  const clientOf = async (name: Name): Promise<ResaleClient> => {
    const { token: bearer } = await session(name);
    return makeClient({ baseUrl, token: () => ({ bearer }) });
  };
  const visitors = new Visitors(browser, shop.url);
  const keptBy = async (name: Who) => ({ "resale.session": JSON.stringify(await session(name)) });
  const stage: Stage = {
    url: shop.url,
    visitor: makeClient({ baseUrl }),
    support: await clientOf("Sam"),
    reviewer: await clientOf("Rita"),
    enter: async (path, width, { as, bag = [], ...rest } = {}) => {
      const wanted = bag.map(({ id, title }) => ({ listing: id, title, photo: null }));
      const kept = { "resale.cart": JSON.stringify(wanted), ...(as === undefined ? {} : await keptBy(as)) };
      return visitors.enter(path, width, { ...rest, kept });
    },
    change: async (page, as) => visitors.change(page, await keptBy(as)),
    visitorsOf: (url) => new Visitors(browser, url),
    newcomer: visitors.newcomer,
  };
  const close = async (): Promise<void> => {
    await browser.close();
    await shop.close();
  };
  return { stage, leave: visitors.leave, close };
};

/** Opens a shop before the tests of a file and closes it after them; without a browser they are skipped. */
export const openStage = (): (() => Stage) => {
  const executablePath = findChromium();
  let opened: Awaited<ReturnType<typeof open>> | undefined;
  beforeAll(async () => {
    if (executablePath !== undefined) opened = await open(executablePath);
  }, OPENING);
  beforeEach((context) => {
    if (executablePath === undefined) context.skip("no Chromium");
  });
  afterEach(async ({ task }) => {
    const mishaps = await opened?.leave(task.result?.state === "fail");
    expect(mishaps ?? [], "no page has thrown").toEqual([]);
  });
  afterAll(() => opened?.close());
  return () => {
    if (opened === undefined) throw new Error("the shop is closed");
    return opened.stage;
  };
};

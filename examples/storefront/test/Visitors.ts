import type { Browser, Page } from "playwright-core";

export type Scheme = "light" | "dark";

/** Who comes, and with what. */
export interface Visiting {
  readonly scheme?: Scheme;
  /** What the browser keeps for them, by its key. */
  readonly kept?: Kept;
}

/** Milliseconds. */
const PATIENCE = 25_000;

const HEIGHT = 844;

type Kept = Readonly<Record<string, string>>;

/** As if somebody else had signed in at another window: the page keeps nothing of what it has asked. */
const forget = (entries: ReadonlyArray<[string, string]>): void => {
  history.pushState({}, "", "/nowhere");
  dispatchEvent(new PopStateEvent("popstate"));
  sessionStorage.clear();
  localStorage.clear();
  for (const [key, value] of entries) localStorage.setItem(key, value);
  for (const key of ["resale.session", "resale.cart"]) dispatchEvent(new StorageEvent("storage", { key }));
};

/** Goes on to a page of the shop as its links do: without loading it anew. */
export const go = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => {
    history.pushState({}, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, path);

/**
 * Visitors of one shop, each with a browser context of their own. What is new costs most, a context more than a page and
 * a page more than a step to another: those of one test come back in the next, remembering nothing.
 */
export class Visitors {
  readonly #browser: Browser;
  readonly #url: string;
  readonly #waiting: Array<Page> = [];
  readonly #inside: Array<Page> = [];
  #mishaps: Array<string> = [];

  constructor(browser: Browser, url: string) {
    this.#browser = browser;
    this.#url = url;
  }

  /** Somebody who was never here. */
  readonly newcomer = async (width: number, kept: Kept = {}): Promise<Page> => {
    const localStorage = Object.entries(kept).map(([name, value]) => ({ name, value }));
    const context = await this.#browser.newContext({
      baseURL: this.#url,
      viewport: { width, height: HEIGHT },
      reducedMotion: "reduce",
      storageState: { cookies: [], origins: [{ origin: this.#url, localStorage }] },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.on("pageerror", ({ message }) => this.#mishaps.push(message));
    return page;
  };

  /** Somebody else sits down at a page, who brings nothing but this. */
  readonly change = (page: Page, kept: Kept): Promise<void> => page.evaluate(forget, Object.entries(kept));

  /** Somebody comes to a page of the shop. */
  readonly enter = async (
    path: string,
    width: number,
    { scheme = "light", kept = {} }: Visiting,
  ): Promise<Page> => {
    const known = this.#waiting.pop();
    const page = known ?? (await this.newcomer(width, kept));
    this.#inside.push(page);
    await page.emulateMedia({ colorScheme: scheme });
    if (known === undefined) {
      await page.goto(path);
      return page;
    }
    await page.setViewportSize({ width, height: HEIGHT });
    await this.change(page, kept);
    await go(page, path);
    return page;
  };

  /** All go, after a failure for good; tells what went wrong on their pages. */
  readonly leave = async (failed: boolean): Promise<ReadonlyArray<string>> => {
    const gone = this.#inside.splice(0);
    await Promise.all(gone.map((page) => (failed ? page.context().close() : this.#dismiss(page))));
    const mishaps = this.#mishaps;
    this.#mishaps = [];
    return mishaps;
  };

  async #dismiss(page: Page): Promise<void> {
    const context = page.context();
    await Promise.all(
      context
        .pages()
        .filter((other) => other !== page)
        .map((other) => other.close()),
    );
    page.removeAllListeners("request");
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await context.setOffline(false);
    this.#waiting.push(page);
  }
}

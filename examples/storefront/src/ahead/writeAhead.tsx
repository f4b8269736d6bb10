import { makeLightClient } from "@resale/http/client";
import { QueryClient } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { Written } from "../routing/location.ts";
import { Root } from "../shell/Root.tsx";
import { answersIn } from "./answers.ts";
import { askFirst } from "./questions.ts";

/** A page of the shop before any script has run. */
export interface Page {
  /** Its title, and the photos to ask for at once. */
  readonly head: string;
  readonly body: string;
}

interface Options {
  /** From the path on. */
  readonly address: string;
  /** Asks the marketplace, as a stranger does. */
  readonly ask: typeof fetch;
  /** Milliseconds. */
  readonly now: number;
}

/** What belongs in a page's head stands before the rest of what React has written. */
const HEAD = /^(?:<title>[^<]*<\/title>|<link [^>]*>)*/;

/**
 * Writes a page as a stranger sees it, with the answers it is made of, so that a browser shows it before it runs a script:
 * the catalogue and a piece. Nothing, for pages that only somebody sees who is known. Fails where an answer is missing.
 */
export const writeAhead = async ({ address, ask, now }: Options): Promise<Page | undefined> => {
  const { pathname, search } = new URL(address, "http://shop");
  const place = { pathname, search };
  const never = Number.POSITIVE_INFINITY;
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: never } } });
  try {
    const client = makeLightClient({ baseUrl: "/api", fetch: ask });
    if (!(await askFirst(queries, client, place))) return undefined;
    const written = renderToString(
      <Written value={place}>
        <Root queries={queries} />
      </Written>,
    );
    const [head = ""] = HEAD.exec(written) ?? [];
    const body = `<div id="shop">${written.slice(head.length)}</div>${answersIn(queries, now)}`;
    return { head, body };
  } finally {
    queries.clear();
  }
};

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FastifyInstance, FastifyRequest } from "fastify";

/** A page of the shop before any script has run. */
export interface WrittenPage {
  readonly head: string;
  readonly body: string;
}

type WriteAhead = (options: {
  readonly address: string;
  readonly ask: typeof fetch;
  readonly now: number;
}) => Promise<WrittenPage | undefined>;

/** How long a page may wait for its answers, in milliseconds: after that, the browser asks for them by itself. */
export const PATIENCE = 1_500;

const writerIn = async (folder: string): Promise<WriteAhead | undefined> => {
  try {
    const { href } = pathToFileURL(join(folder, "ahead", "writeAhead.js"));
    return ((await import(href)) as { readonly writeAhead: WriteAhead }).writeAhead;
  } catch {
    return undefined;
  }
};

/**
 * Asks the API's own routes as a stranger who comes from the same address as who asks for the page: what is limited for
 * them counts, as if their browser had asked.
 */
const askingFor =
  (app: FastifyInstance, { ip }: FastifyRequest): typeof fetch =>
  async (input) => {
    const headers = { accept: "application/json" };
    const answer = await app.inject({ method: "GET", url: String(input), remoteAddress: ip, headers });
    const type = String(answer.headers["content-type"] ?? "");
    return new Response(answer.body, { status: answer.statusCode, headers: { "content-type": type } });
  };

const soon = async <A>(answer: Promise<A>, patience: number): Promise<A | undefined> => {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, patience, undefined);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * What the shop's pages hold when they are sent: the shop's own code writes them, of the API's answers. Without them a page
 * is as good, and later: whatever fails, or takes its time, is left to the browser.
 */
export const writtenAhead = (app: FastifyInstance, folder: string, patience: number) => {
  const writer = writerIn(folder);
  return async (request: FastifyRequest): Promise<WrittenPage | undefined> => {
    const write = await writer;
    if (write === undefined) return undefined;
    const written = write({ address: request.url, ask: askingFor(app, request), now: Date.now() });
    return await soon(written, patience).catch((err: unknown) => {
      request.log.warn({ err }, "page not written ahead");
      return undefined;
    });
  };
};

import { readdirSync, readFileSync } from "node:fs";
import { extname, join, sep } from "node:path";
import type { shopHeaders } from "@resale/http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { compressedFor } from "./compressed.ts";
import { type Filled, filledPage } from "./filledPage.ts";
import { PATIENCE, writtenAhead } from "./writtenAhead.ts";

/** Where the web shop's pages are built to. */
const BUILT = join(import.meta.dirname, "..", "..", "..", "storefront", "dist");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

const ENCODINGS = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

/** Where the API is asked by browsers as well: the shop has no page there. */
const ASKED = /^\/(?:api|photos|health|sandbox)(?:[/.]|$)/;

/** Whether an address is the server's own: all that it serves, but for what the shop has pages for, which is the API's. */
const isServers = ({ routeOptions: { url, config } }: FastifyRequest, path: string): boolean =>
  ASKED.test(path) || (url !== undefined && !("budget" in config));

/** What makes previews of links that people send one another takes anything, and gets what a browser would. */
const PREVIEWER = /bot\b|facebookexternalhit|whatsapp|embedly|preview/i;

/** Whether whoever asks is to see a page of the shop, not what the API answers at the same address. */
const wantsPage = (request: FastifyRequest, path: string): boolean => {
  if (path === "/") return true;
  if (isServers(request, path)) return false;
  const { accept = "*/*", "user-agent": agent = "" } = request.headers;
  return accept.includes("text/html") || (accept.includes("*/*") && PREVIEWER.test(agent));
};

/** On what it depends what is seen at an address. */
const VARY = "accept, accept-encoding, user-agent";

/** What is asked for by its name: all but the page itself, which stands wherever a browser goes. */
const isFile = (path: string): boolean => path.startsWith("/assets/") || /^\/[^/]+\.(?:svg|txt)$/.test(path);

/** The shop's scripts and styles have their content in their name: they never change. */
const FOREVER = "public, max-age=31536000, immutable";

/** What writes pages ahead stands beside them, and is sent to nobody. */
const WRITER = "/ahead/";

type Files = ReadonlyMap<string, Buffer>;

const filesIn = (folder: string): Files => {
  try {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const files = found.map(({ parentPath, name }) => join(parentPath, name));
    const named = files.map((file) => [file.slice(folder.length).split(sep).join("/"), file] as const);
    const sent = named.filter(([path]) => !path.startsWith(WRITER));
    return new Map(sent.map(([path, file]) => [path, readFileSync(file)]));
  } catch {
    return new Map();
  }
};

/** The shop's files, and the headers they are sent with. */
interface Shown {
  readonly files: Files;
  readonly headers: ReturnType<typeof shopHeaders>;
}

const send = ({ files, headers }: Shown, path: string, request: FastifyRequest, reply: FastifyReply) => {
  const taken = String(request.headers["accept-encoding"] ?? "");
  const [encoding, suffix] =
    ENCODINGS.find(([name, end]) => taken.includes(name) && files.has(path + end)) ?? [];
  if (encoding !== undefined) reply.header("content-encoding", encoding);
  return headers(reply)
    .type(TYPES[extname(path)] ?? "application/octet-stream")
    .header("vary", VARY)
    .header("cache-control", path.startsWith("/assets/") ? FOREVER : "no-cache")
    .send(files.get(path + (suffix ?? "")));
};

interface Built {
  readonly folder: string;
  /** How long a page may wait for what it is to hold, in milliseconds. */
  readonly patience: number;
}

const LISTING = /^\/listings\/([^/]+)$/;
/** Where strangers come to. */
const isWritten = (path: string): boolean => path === "/" || LISTING.test(path);

/** What stands in a page's head for a link to a piece; nothing, where there is none to tell of. */
export type CardOf = (listing: string) => Promise<string | undefined>;

const sendFilled = async (
  { files, headers }: Shown,
  filled: Filled,
  request: FastifyRequest,
  reply: FastifyReply,
) => {
  const { encoding, bytes } = await compressedFor(
    request,
    filledPage(String(files.get("/index.html")), filled),
  );
  if (encoding !== undefined) reply.header("content-encoding", encoding);
  return headers(reply)
    .type(TYPES[".html"] ?? "")
    .header("vary", VARY)
    .header("cache-control", "no-cache")
    .send(bytes);
};

/**
 * Serves the web shop: its files by their names, and its one page wherever a browser goes. It comes before all routes,
 * since a shop's page and a question to the API may have the same address.
 */
export const shop = (
  app: FastifyInstance,
  cardOf: CardOf,
  headers: Shown["headers"],
  { folder = BUILT, patience = PATIENCE }: Partial<Built> = {},
): void => {
  const files = filesIn(folder);
  const shown: Shown = { files, headers };
  const written = writtenAhead(app, folder, patience);
  // A page without its card is better than none.
  const cardAt = async (path: string): Promise<string | undefined> => {
    const [, listing] = LISTING.exec(path) ?? [];
    return listing === undefined ? undefined : await cardOf(listing).catch(() => undefined);
  };
  app.addHook("onRequest", (request, reply, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    const [path = "/"] = request.url.split("?");
    if (isFile(path) && files.has(path)) return send(shown, path, request, reply);
    if (!wantsPage(request, path)) return next();
    if (files.has("/index.html") && isWritten(path)) {
      void Promise.all([cardAt(path), written(request)])
        .then(([card, page]) =>
          card === undefined && page === undefined
            ? send(shown, "/index.html", request, reply)
            : sendFilled(shown, { card, page }, request, reply),
        )
        .catch(next);
      return reply;
    }
    if (files.has("/index.html")) return send(shown, "/index.html", request, reply);
    return reply
      .code(503)
      .type("text/plain; charset=utf-8")
      .send("The shop's pages are not built yet: `npm start` does it.\n");
  });
};

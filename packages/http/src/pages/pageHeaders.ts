import type { FastifyReply } from "fastify";
import helmet from "helmet";

const self = "'self'";

/** What a page of ours may load: what comes from here, and pictures it has made itself. */
const directives = {
  defaultSrc: [self],
  imgSrc: [self, "blob:", "data:"],
  styleSrc: [self, "'unsafe-inline'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

const headersWith = (more: Readonly<Record<string, Array<string>>> = {}) =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { ...directives, ...more } },
    referrerPolicy: { policy: "same-origin" },
  });

const kinds = {
  /** Pages of the shop and of the server. */
  shop: headersWith(),
  /** The page of the API, which holds its own scripts. */
  docs: headersWith({ scriptSrc: [self, "'unsafe-inline'"] }),
} as const;

/** Other origins that the shop's pages may go to. */
export interface Elsewhere {
  readonly pictures?: ReadonlyArray<string>;
  /** What they may ask, and where they may put files. */
  readonly requests?: ReadonlyArray<string>;
  /** Whose scripts they may run: a card provider's, say. */
  readonly scripts?: ReadonlyArray<string>;
  /** What they may show within themselves: the fields of a card, a bank's question. */
  readonly frames?: ReadonlyArray<string>;
}

/** Headers of the shop's own pages, where some of what they load, show or send is elsewhere. */
export const shopHeaders = (...places: ReadonlyArray<Elsewhere>) => {
  const all = (kind: keyof Elsewhere) => places.flatMap((place) => place[kind] ?? []);
  const set = headersWith({
    imgSrc: [...directives.imgSrc, ...all("pictures")],
    connectSrc: [self, ...all("requests")],
    scriptSrc: [self, ...all("scripts")],
    frameSrc: [self, ...all("frames")],
  });
  return (reply: FastifyReply): FastifyReply => {
    set(reply.request.raw, reply.raw, () => undefined);
    return reply;
  };
};

/**
 * The headers that keep a page to itself. What the API answers is no page: it has its own few headers, and pays for no
 * others (that is why no hook sets these).
 */
export const pageHeaders = (reply: FastifyReply, kind: keyof typeof kinds = "shop"): FastifyReply => {
  kinds[kind](reply.request.raw, reply.raw, () => undefined);
  return reply;
};

import { createHmac, timingSafeEqual } from "node:crypto";
import { type GuestLink, instant, Links, OrderId } from "@resale/core";
import { Layer, Option, Redacted, Schema } from "effect";

export interface LinkOptions {
  /** Signs the guests' links: at least 32 bytes, the same in every process. */
  readonly secret: Redacted.Redacted<string>;
  /** Secrets of before: their links are still taken, but no longer made. */
  readonly formerSecrets?: ReadonlyArray<Redacted.Redacted<string>>;
  /** Where the shop's pages are, without a slash at the end. */
  readonly shopUrl: string;
}

const SHORTEST_SECRET = 32;
const isOrderId = Schema.is(OrderId);

/** Signatures for links say what they are for: none made with the same secret elsewhere will fit. */
const signature = (secret: Redacted.Redacted<string>, said: string): Buffer =>
  createHmac("sha256", Redacted.value(secret)).update(`guest-link\n${said}`).digest();

const SAID = /^(([0-9a-f-]{36})\.(0|[1-9]\d{0,8})\.([1-9a-z][0-9a-z]{0,8}))\.([\w-]{43})$/;

/** What a link says, as its token begins. */
const wordsOf = ({ order, generation, until }: GuestLink): string =>
  `${order}.${generation}.${until.toString(36)}`;

const check = (secret: Redacted.Redacted<string>): Redacted.Redacted<string> => {
  if (Buffer.byteLength(Redacted.value(secret)) >= SHORTEST_SECRET) return secret;
  throw new Error(`the secret of the guests' links needs at least ${SHORTEST_SECRET} bytes`);
};

/**
 * The addresses of the shop's pages. A guest's link holds `<order>.<generation>.<until>.<signature>`: who has it is the
 * order's buyer until then, nobody can make one up (R26). Which generation is taken, the order itself knows.
 */
export const signGuestLinks = (options: LinkOptions): Layer.Layer<Links> => {
  const secrets = [options.secret, ...(options.formerSecrets ?? [])].map(check);
  const page = (...steps: ReadonlyArray<string>) =>
    [options.shopUrl.replace(/\/+$/, ""), ...steps.map(encodeURIComponent)].join("/");
  const linkOf = (token: string): Option.Option<GuestLink> => {
    const [, said = "", order = "", generation, until = "", signed = ""] = SAID.exec(token) ?? [];
    if (!isOrderId(order)) return Option.none();
    const given = Buffer.from(signed, "base64url");
    let fits = false;
    for (const secret of secrets) {
      const right = signature(secret, said);
      // The last letter of 43 has two bits to spare: another spelling of the same bytes is not ours.
      const spelt = given.length === right.length && right.toString("base64url") === signed;
      if (given.length === right.length && timingSafeEqual(given, right) && spelt) fits = true;
    }
    if (!fits) return Option.none();
    return Option.some({ order, generation: Number(generation), until: instant(Number.parseInt(until, 36)) });
  };
  return Layer.succeed(Links, {
    share: (listing) => page("listings", listing),
    manage: (listing) => page("sell", listing),
    order: (order) => page("orders", order),
    guestOrder: (link) => {
      const said = wordsOf(link);
      return page("guest", `${said}.${signature(options.secret, said).toString("base64url")}`);
    },
    desk: (kind, id) => page("desk", kind, id),
    linkOf,
  });
};

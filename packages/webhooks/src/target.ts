import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { AddressRefused } from "@resale/core";
import { isPublicAddress } from "./address.ts";

/** All addresses of a name. */
export type Resolve = (name: string) => Promise<ReadonlyArray<string>>;

/** As the machine does it: its hosts file, its name servers. */
export const systemResolve: Resolve = async (name) =>
  (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address);

/** Where a webhook goes: a place whose address was checked, so that nobody resolves the name once more. */
export interface Target {
  readonly url: URL;
  readonly address: string;
}

const MOST_CHARACTERS = 2000;

const refuse = (reason: string): AddressRefused => new AddressRefused({ reason });

const parsed = (text: string, isAllowed: boolean, url: URL): AddressRefused | undefined => {
  if (text.length > MOST_CHARACTERS) return refuse(`is longer than ${MOST_CHARACTERS} characters`);
  if (url.username !== "" || url.password !== "")
    return refuse("names a user; a path may hold a key instead");
  if (url.protocol !== "https:" && !(isAllowed && url.protocol === "http:")) return refuse("is not https");
  return undefined;
};

/**
 * Resolves where a URL leads, and refuses what leads inside: one address that is not public is enough, since whoever
 * owns the name may have mixed it in. Hosts that the operator has allowed may be anywhere.
 */
export const targetOf = async (
  text: string,
  allowed: ReadonlySet<string>,
  resolve: Resolve,
): Promise<Target | AddressRefused> => {
  if (!URL.canParse(text)) return refuse("is not a URL");
  const url = new URL(text);
  const isAllowed = allowed.has(url.host) || allowed.has(url.hostname);
  const fault = parsed(text, isAllowed, url);
  if (fault !== undefined) return fault;
  const name = url.hostname.replace(/^\[|\]$/g, "");
  let addresses: ReadonlyArray<string>;
  try {
    addresses = isIP(name) === 0 ? await resolve(name) : [name];
  } catch {
    return refuse("leads to no host that can be found");
  }
  const [address] = addresses;
  if (address === undefined) return refuse("leads to no host that can be found");
  if (!isAllowed && !addresses.every(isPublicAddress))
    return refuse("leads to an address that is not public");
  return { url, address };
};

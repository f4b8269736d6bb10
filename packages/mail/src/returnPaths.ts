/** Local parts of addresses hold no more (RFC 5321). */
const LONGEST = 64;

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const ours = /^(.+)\.([A-Za-z]{1,40})\.(\d{1,16})$/;
/** As short as a local part needs it, in letters of one case: some servers keep no other. */
const SHORT = 36;

const digits = (key: string): bigint => BigInt(`0x${key.replaceAll("-", "")}`);

const keyIn = (text: string): string | undefined => {
  let number = 0n;
  for (const digit of text) number = number * BigInt(SHORT) + BigInt(Number.parseInt(digit, SHORT));
  const hex = number.toString(16).padStart(32, "0");
  if (hex.length > 32) return undefined;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};

/**
 * The address that a mail's bounce goes to, which names the mail (VERP): `bounces+KEY.itemsold.1@shop.example`. A report
 * that comes there needs no headers of the mail it is about. A mail whose name does not fit goes without one.
 */
export const returnPathOf = (address: string, messageId: string): string => {
  const [, key = "", mail = "", occurrence = ""] = ours.exec(messageId) ?? [];
  if (!uuid.test(key)) return address;
  const at = address.lastIndexOf("@");
  const name = `${digits(key).toString(SHORT)}.${mail.toLowerCase()}.${occurrence}`;
  const local = `${address.slice(0, at)}+${name}`;
  return at < 1 || local.length > LONGEST ? address : `${local}${address.slice(at)}`;
};

/** The mail that a return path names, as its Message-ID without the domain; nothing, if it names none. */
export const messageIdIn = (address: string): string | undefined => {
  const [, key = "", mail, occurrence] =
    /\+([0-9a-z]{1,25})\.([a-z]{1,40})\.(\d{1,16})@/i.exec(address.toLowerCase()) ?? [];
  const name = key === "" ? undefined : keyIn(key);
  return name === undefined ? undefined : `${name}.${mail}.${occurrence}`;
};

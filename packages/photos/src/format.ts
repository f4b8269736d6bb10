/** The formats that are taken. */
export type TakenFormat = "jpeg" | "png" | "webp";

/** What the first bytes of a file claim it to be: a format we take, one we know and refuse, or nothing we know. */
export type Claim =
  | { readonly _tag: "Taken"; readonly format: TakenFormat }
  | { readonly _tag: "Refused"; readonly name: string }
  | { readonly _tag: "Unknown" };

const taken = (format: TakenFormat): Claim => ({ _tag: "Taken", format });
const refused = (name: string): Claim => ({ _tag: "Refused", name });

const heif = /^ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1)/;
const svg = /^(\uFEFF)?\s*(<\?xml[\s\S]*?|<!--[\s\S]*?|<!DOCTYPE\s[\s\S]*?)*<svg[\s>]/i;

/**
 * Reads a file's claim from its first kilobyte. Only what claims a format we take reaches the decoder, so that the
 * readers of SVG, PDF and their like, each a program of its own, never see what a stranger sent.
 */
export const claimOf = (bytes: Uint8Array): Claim => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024));
  const text = head.toString("latin1");
  if (text.startsWith("\xff\xd8\xff")) return taken("jpeg");
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return taken("png");
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return taken("webp");
  if (heif.test(text.slice(4))) return refused("HEIC");
  if (text.startsWith("ftypavif", 4)) return refused("AVIF");
  if (text.startsWith("GIF8")) return refused("GIF");
  if (text.startsWith("%PDF")) return refused("PDF");
  if (text.startsWith("II*\0") || text.startsWith("MM\0*")) return refused("TIFF");
  if (text.startsWith("BM")) return refused("BMP");
  if (svg.test(head.toString("utf8"))) return refused("SVG");
  return { _tag: "Unknown" };
};

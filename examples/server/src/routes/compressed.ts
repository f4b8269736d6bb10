import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyRequest } from "fastify";

/** Best first: as a page is made for one, it may not take longer to press than it saves on its way. */
const ENCODINGS = [
  [
    "br",
    (text: string) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  ],
  ["gzip", (text: string) => promisify(gzip)(text)],
] as const;

/** A page as the browser takes it, in fewer bytes if it can. */
export const compressedFor = async (request: FastifyRequest, text: string) => {
  const taken = String(request.headers["accept-encoding"] ?? "");
  const [encoding, compress] = ENCODINGS.find(([name]) => taken.includes(name)) ?? [];
  return { encoding, bytes: compress === undefined ? Buffer.from(text) : await compress(text) };
};

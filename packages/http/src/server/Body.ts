import type { FastifyInstance } from "fastify";
import { malformed, type Refused, refused } from "./Refused.ts";
import { unstorable } from "./unstorable.ts";

/** A request's body as it came: what it means is for its endpoint to say. */
export class Body {
  readonly bytes: Uint8Array;
  readonly contentType: string;

  constructor(bytes: Uint8Array, contentType: string) {
    this.bytes = bytes;
    this.contentType = contentType;
  }
}

/** No request of ours nests deeper than this. */
const DEEPEST = 32;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Whether JSON nests too deeply to be worth reading: looked at in its bytes, before anything recurses. */
export const isTooDeep = (bytes: Uint8Array): boolean => {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index];
    if (quoted) {
      if (byte === BACKSLASH) index++;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > DEEPEST) return true;
    } else if (byte === 0x5d || byte === 0x7d) depth--;
  }
  return false;
};

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Reads JSON that nobody may poison, or says what is wrong with it. */
export type ReadJson = (bytes: Uint8Array) => { readonly json: unknown } | Refused;

const bad = (problem: string): Refused => malformed([{ field: "body", problem }]);

/** Fastify's own reader of JSON, which refuses `__proto__` and `constructor.prototype`. */
export const jsonReader = (fastify: FastifyInstance): ReadJson => {
  const parse = fastify.getDefaultJsonParser("error", "error");
  return (bytes) => {
    if (bytes.length === 0) return bad("is missing");
    if (isTooDeep(bytes)) return bad(`nests deeper than ${DEEPEST} levels`);
    let text: string;
    try {
      text = utf8.decode(bytes);
    } catch {
      return bad("is not UTF-8");
    }
    let answer: { readonly json: unknown } | Refused = bad("is not JSON");
    // It never looks at the request it is given, and calls back at once.
    parse(undefined as never, text, (error, json: unknown) => {
      if (error === null || error === undefined) answer = { json };
    });
    // Only an escape can hide what no text may hold, and escapes are rare.
    const fault = "json" in answer && text.includes("\\u") ? unstorable(answer.json) : undefined;
    return fault === undefined ? answer : malformed([fault]);
  };
};

/** Every body is taken in as bytes, whatever it says it is: signatures and fingerprints are made over them. */
export const takeBytes = (fastify: FastifyInstance): void => {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser("*", { parseAs: "buffer" }, (request, bytes, done) => {
    const [type = ""] = (request.headers["content-type"] ?? "").split(";");
    done(null, new Body(Buffer.from(bytes), type.trim().toLowerCase()));
  });
};

/** Another content type than the endpoint takes. */
export const otherType = (taken: ReadonlyArray<string>): Refused =>
  refused("UnsupportedMediaType", `Send ${taken.join(" or ")}.`, {
    headers: { accept: taken.join(", ") },
  });

import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

/** A stream of which the beginning has been looked at. */
export interface Peeked {
  readonly first: Buffer;
  readonly all: AsyncIterable<Buffer>;
}

/** The bytes of a file, and how to let go of it: whoever waits for more of standard input keeps the process. */
export interface Opened extends Peeked {
  readonly close: () => void;
}

/** Looks at the first bytes, and leaves them where they are. */
const peek = async (stream: AsyncIterable<Buffer>): Promise<Peeked> => {
  const chunks = stream[Symbol.asyncIterator]();
  const { value, done } = await chunks.next();
  const first: Buffer = done === true ? Buffer.alloc(0) : value;
  const all = async function* () {
    yield first;
    try {
      for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
    } finally {
      await chunks.return?.();
    }
  };
  return { first, all: all() };
};

const unpacked = async function* (packed: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const gunzip = createGunzip();
  // What fails on the way is thrown where the bytes are read.
  pipeline(Readable.from(packed, { objectMode: false }), gunzip).catch(() => undefined);
  yield* gunzip;
};

/** The bytes of a file, or of standard input if it is named `-`; unpacked, if they are gzip's. */
export const bytesOf = async (file: string): Promise<Opened> => {
  const source = file === "-" ? process.stdin : createReadStream(file, { highWaterMark: 256 * 1024 });
  const found = await peek(source);
  const isPacked = found.first[0] === 0x1f && found.first[1] === 0x8b;
  const bytes = isPacked ? await peek(unpacked(found.all)) : found;
  return { ...bytes, close: () => void source.destroy() };
};

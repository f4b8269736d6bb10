import { deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";

/** Words that a phone hides in its photos and that nobody else may read. */
export const secrets = { camera: "SecretPhoneMaker", artist: "Ada of Elm Street", gps: "40/1 44/1 5400/100" };

/** A picture with a red left half and a blue right half, so that one sees which way is up. */
const halves = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: "#2040c0" } }).composite([
    {
      input: { create: { width: Math.floor(width / 2), height, channels: 3, background: "#d02020" } },
      left: 0,
      top: 0,
    },
  ]);

export const plain = (format: "jpeg" | "png" | "webp", width = 1000, height = 750): Promise<Buffer> =>
  halves(width, height).toFormat(format).toBuffer();

/** A JPEG as a phone held upright writes it: lying on its side, with the camera, its owner and the place inside. */
export const fromPhone = (width = 1600, height = 1200): Promise<Buffer> =>
  halves(width, height)
    .jpeg()
    .withExif({
      IFD0: { Make: secrets.camera, Model: "Model 7", Artist: secrets.artist },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: secrets.gps,
        GPSLongitudeRef: "W",
        GPSLongitude: "73/1 59/1 1200/100",
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xed_b8_83_20 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  let crc = 0xff_ff_ff_ff;
  for (const byte of body) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE((crc ^ 0xff_ff_ff_ff) >>> 0, body.length + 4);
  return framed;
};

/** A few kilobytes that would decode to a black picture of so many pixels. */
export const bomb = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(1024 * 1024));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};

export const scriptedSvg = Buffer.from(
  `<?xml version="1.0"?><!-- a drawing --><svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><script>alert(1)</script><rect width="900" height="900"/></svg>`,
);

export const zip = Buffer.concat([Buffer.from("PK\x03\x04\x14\0\0\0", "latin1"), Buffer.alloc(4096, 7)]);
export const heic = Buffer.concat([
  Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"),
  Buffer.alloc(4096),
]);
export const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");

/** A photo that is also something else: a program after the end of the picture. */
export const polyglot = async (): Promise<Buffer> =>
  Buffer.concat([await plain("jpeg"), Buffer.from("<?php system('id'); ?><script>alert(1)</script>"), zip]);

import { crc32, deflateSync } from "node:zlib";

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
};

/**
 * A square picture of light (white) and shade (black) over nothing, as a PNG: each value from -1, full shade, to 1,
 * full light.
 */
export const reliefPng = (side: number, values: Float32Array): Buffer => {
  const rows = Buffer.alloc(side * (side * 2 + 1));
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const value = values[y * side + x] ?? 0;
      const at = y * (side * 2 + 1) + 1 + x * 2;
      rows[at] = value > 0 ? 255 : 0;
      rows[at + 1] = Math.min(255, Math.round(Math.abs(value) * 255));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 4, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 6 })),
    chunk("IEND", new Uint8Array()),
  ]);
};

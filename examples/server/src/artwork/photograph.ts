import { randomOf } from "./random.ts";
import { SIDE } from "./scene.ts";

/** A telephone and where it was: what it writes into a photo without being asked. */
export interface Phone {
  readonly make: string;
  readonly model: string;
  readonly latitude: number;
  readonly longitude: number;
  /** `2026:11:20 10:42:31`, as EXIF writes it. */
  readonly takenAt: string;
}

/** A telephone that many people have, in New York. */
export const somePhone: Phone = {
  make: "Telefon",
  model: "T7 Pro",
  latitude: 40.7484,
  longitude: -73.9857,
  takenAt: "2026:11:20 10:42:31",
};

/** More than a row of pixels and no multiple of one, so that no pattern shows. */
const GRAINS = 65_521;

const makeNoise = (): Int8Array => {
  const random = randomOf(4711);
  return Int8Array.from({ length: GRAINS }, () => Math.round((random.next() + random.next() - 1) * 5));
};

let noise: Int8Array | undefined;

/** Adds what a sensor adds to every pixel, the same to all of its colours. */
const addNoise = (pixels: Buffer, channels: number): void => {
  noise ??= makeNoise();
  const clamped = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  let grain = 0;
  for (let at = 0; at + channels <= clamped.length; at += channels) {
    const amount = noise[grain] ?? 0;
    for (let channel = 0; channel < channels; channel++)
      clamped[at + channel] = (clamped[at + channel] ?? 0) + amount;
    grain = grain + 1 === GRAINS ? 0 : grain + 1;
  }
};

const degrees = (angle: number): string => {
  const size = Math.abs(angle);
  const minutes = (size % 1) * 60;
  return `${Math.floor(size)}/1 ${Math.floor(minutes)}/1 ${Math.round((minutes % 1) * 6000)}/100`;
};

const exifOf = (phone: Phone) => ({
  IFD0: { Make: phone.make, Model: phone.model, Software: "17.1", DateTime: phone.takenAt },
  IFD2: { DateTimeOriginal: phone.takenAt, ISOSpeedRatings: "64", FNumber: "178/100" },
  IFD3: {
    GPSLatitudeRef: phone.latitude < 0 ? "S" : "N",
    GPSLatitude: degrees(phone.latitude),
    GPSLongitudeRef: phone.longitude < 0 ? "W" : "E",
    GPSLongitude: degrees(phone.longitude),
  },
});

/**
 * Takes a photo of a drawing: with a sensor's noise, as a JPEG. With a phone the file is as phones send them: lying on
 * its side, orientation 6, and with the camera and the place inside.
 */
export const photograph = async (
  svg: string,
  { phone, side = SIDE }: { readonly phone?: Phone; readonly side?: number } = {},
): Promise<Buffer> => {
  // Loaded with the first picture: a server that draws none holds no painter.
  const { default: sharp } = await import("sharp");
  const drawn = await sharp(Buffer.from(svg), { density: (72 * side) / SIDE })
    .flatten({ background: "#ffffff" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = drawn.info;
  addNoise(drawn.data, channels);
  const picture = sharp(drawn.data, { raw: { width, height, channels } });
  if (phone === undefined) return picture.jpeg({ quality: 88 }).toBuffer();
  return picture
    .rotate(270)
    .withExif(exifOf(phone))
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 88 })
    .toBuffer();
};

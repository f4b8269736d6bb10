import sharp from "sharp";
import { reliefPng } from "./png.ts";
import { randomOf } from "./random.ts";

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

const TILE = 200;

const makeNoise = (): Buffer => {
  const random = randomOf(4711);
  return reliefPng(
    TILE,
    Float32Array.from({ length: TILE * TILE }, () => (random.next() + random.next() - 1) * 0.055),
  );
};

let noise: Buffer | undefined;

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
  { phone, side = 1600 }: { readonly phone?: Phone; readonly side?: number } = {},
): Promise<Buffer> => {
  noise ??= makeNoise();
  const drawn = await sharp(Buffer.from(svg))
    .resize(side, side)
    .flatten({ background: "#ffffff" })
    .composite([{ input: noise, tile: true }])
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = drawn.info;
  const picture = sharp(drawn.data, { raw: { width, height, channels } });
  if (phone === undefined) return picture.jpeg({ quality: 88 }).toBuffer();
  return picture
    .rotate(270)
    .withExif(exifOf(phone))
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 88 })
    .toBuffer();
};

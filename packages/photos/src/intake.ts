import { PhotoRefused, type PhotoSize, ProviderUnavailable } from "@resale/core";
import { Effect } from "effect";
import type { Metadata } from "sharp";
import { claimOf } from "./format.ts";
import { defaultLimits, type Limits } from "./limits.ts";

/** One size of a photo, encoded anew. */
export interface EncodedPhoto {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A photo in all its sizes. Every one of them is a JPEG without metadata. */
export type EncodedPhotos = Readonly<Record<PhotoSize, EncodedPhoto>>;

/** What a file was taken in as: all sizes, and a blurred hint of them. */
export interface TakenIn extends EncodedPhotos {
  /** A few pixels as a `data:` address in WebP, which any page shows as it is. */
  readonly placeholder: string;
}

/** The content type of every photo that is kept. */
export const PHOTO_CONTENT_TYPE = "image/jpeg";

const LONGEST_SIDE: Readonly<Record<PhotoSize, number>> = { list: 480, detail: 1200, zoom: 2400 };
/** The longest side of a placeholder, in pixels: its base64 has some 200 characters. */
const PLACEHOLDER_SIDE = 16;
const QUALITY: Readonly<Record<PhotoSize, number>> = { list: 78, detail: 82, zoom: 84 };

const refuse = (reason: PhotoRefused["reason"], detail: string) => new PhotoRefused({ reason, detail });

const damaged = () => refuse("Damaged", "The file is damaged or incomplete. Please take or send it again.");

const failure = (cause: unknown): PhotoRefused | ProviderUnavailable =>
  cause instanceof Error && cause.message.startsWith("timeout")
    ? new ProviderUnavailable({ provider: "photo intake", reason: "decoding took too long" })
    : damaged();

/** Loaded with the first photo: a process that takes none in holds no decoder. */
const loadSharp = async () => (await import("sharp")).default;

const faultIn = ({ width, height }: Metadata, limits: Limits): PhotoRefused | undefined => {
  if (width * height > limits.mostPixels) {
    const most = Math.floor(limits.mostPixels / 1_000_000);
    return refuse(
      "TooManyPixels",
      `The photo has ${width} × ${height} pixels; at most ${most} million are taken.`,
    );
  }
  if (Math.min(width, height) < limits.leastSide) {
    return refuse(
      "TooSmall",
      `The photo has ${width} × ${height} pixels; its shorter side needs at least ${limits.leastSide}.`,
    );
  }
  return undefined;
};

const encodeSizes = async (bytes: Uint8Array, limits: Limits): Promise<TakenIn> => {
  // Decoded once, to the largest size; the others are made from its pixels.
  const sharp = await loadSharp();
  const { data, info } = await sharp(bytes, { limitInputPixels: limits.mostPixels })
    .timeout({ seconds: limits.seconds })
    .autoOrient()
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .resize(LONGEST_SIDE.zoom, LONGEST_SIDE.zoom, { fit: "inside", withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const resized = (side: number) =>
    sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } }).resize(
      side,
      side,
      {
        fit: "inside",
        withoutEnlargement: true,
      },
    );
  const encode = async (size: PhotoSize): Promise<EncodedPhoto> => {
    const photo = await resized(LONGEST_SIDE[size])
      .jpeg({ quality: QUALITY[size], progressive: true })
      .toBuffer({ resolveWithObject: true });
    return { bytes: photo.data, width: photo.info.width, height: photo.info.height };
  };
  const hint = async (): Promise<string> => {
    const tiny = await resized(PLACEHOLDER_SIDE).webp({ quality: 40 }).toBuffer();
    return `data:image/webp;base64,${tiny.toString("base64")}`;
  };
  const [list, detail, zoom, placeholder] = await Promise.all([
    encode("list"),
    encode("detail"),
    encode("zoom"),
    hint(),
  ]);
  return { list, detail, zoom, placeholder };
};

/**
 * Takes a photo in: decodes it upright, drops all that was in the file but the picture, and encodes it anew in every
 * size. What is kept holds no byte of what was sent: no place, no camera, no hidden file.
 */
export const intake = Effect.fn("Photos.intake")(function* (
  bytes: Uint8Array,
  limits: Limits = defaultLimits,
): Effect.fn.Return<TakenIn, PhotoRefused | ProviderUnavailable> {
  if (bytes.byteLength > limits.mostBytes) {
    const most = Math.floor(limits.mostBytes / (1024 * 1024));
    return yield* refuse("TooLarge", `The file is larger than ${most} MB.`);
  }
  const claim = claimOf(bytes);
  if (claim._tag === "Refused") {
    return yield* refuse(
      "FormatNotTaken",
      `${claim.name} files are not taken. Please send a JPEG, PNG or WebP.`,
    );
  }
  if (claim._tag === "Unknown") return yield* refuse("NotAnImage", "The file is not a photo.");
  // The header alone is read here: a picture of too many pixels is refused before any of them is decoded.
  const header = yield* Effect.tryPromise({
    try: async () => (await loadSharp())(bytes, { limitInputPixels: false }).metadata(),
    catch: damaged,
  });
  if (header.format !== claim.format) return yield* damaged();
  // Which of its pictures is the piece? Whoever sends a film is asked for a photo.
  if ((header.pages ?? 1) > 1) {
    return yield* refuse("FormatNotTaken", "The picture moves. Please send one that stands still.");
  }
  const fault = faultIn(header, limits);
  if (fault !== undefined) return yield* fault;
  return yield* Effect.tryPromise({ try: () => encodeSizes(bytes, limits), catch: failure });
});

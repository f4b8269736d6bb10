const LONGEST = 2400;
const QUALITY = 0.9;

/** A file that the browser does not take for a picture. */
export class UnreadablePicture extends Error {
  override readonly name = "UnreadablePicture";
}

/**
 * A picture as it is sent in: a JPEG, upright and not larger than anybody looks at. What the browser can read (HEIC on
 * some phones) need not be read by the server.
 */
export const shrink = async (file: Blob): Promise<Blob> => {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch((cause: unknown) => {
    throw new UnreadablePicture("this file can't be read as a picture", { cause });
  });
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const jpeg = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  if (jpeg === null) throw new UnreadablePicture("this picture can't be written as a JPEG");
  return jpeg;
};

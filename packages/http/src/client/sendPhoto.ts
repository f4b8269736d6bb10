import type { Photo } from "@resale/core";
import { photoTypes } from "../contract/photos.ts";
import { isProblem, RequestRefused } from "./RequestRefused.ts";
import type { ResaleClient } from "./ResaleClient.ts";

export interface SendPhotoOptions {
  /** Where the routes are mounted, as the client was told. */
  readonly baseUrl: string;
  /** By what the file is sent, such as one that tells how far it has come. */
  readonly fetch?: typeof globalThis.fetch;
  readonly signal?: AbortSignal;
}

/** A store that refuses speaks a language of its own: whatever it says, the file is not there. */
const refusalIn = async (answer: Response): Promise<Error> => {
  const said: unknown = await answer.json().catch(() => undefined);
  return isProblem(said)
    ? new RequestRefused(said)
    : new Error(`the photo could not be put into the store: it answers ${answer.status}`);
};

/**
 * Sends a photo in: asks where to put it, puts it there, says that it is there. Whether that is the store itself or the
 * marketplace in its stead, is not for a page to know.
 *
 * @throws RequestRefused if the marketplace does not take it, with words for its sender.
 */
export const sendPhoto = async (
  { photos }: Pick<ResaleClient, "photos">,
  file: Blob,
  { baseUrl, fetch = globalThis.fetch, signal }: SendPhotoOptions,
): Promise<Photo> => {
  // What it really is, its bytes say: a type that nobody knows is refused by them.
  const type = photoTypes.find((one) => one === file.type) ?? "image/jpeg";
  const call = signal === undefined ? {} : { signal };
  const upload = await photos.openUpload({ payload: { type, bytes: file.size }, ...call });
  const { id, method, url, headers } = upload;
  const place = new URL(url, baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/`);
  const answer = await fetch(place.href, { method, headers: { ...headers }, body: file, ...call });
  if (!answer.ok) throw await refusalIn(answer);
  return await photos.finishUpload({ params: { photo: id }, ...call });
};

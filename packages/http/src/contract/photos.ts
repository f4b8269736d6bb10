import { Photo, PhotoId, PhotoSize, PhotoType, Upload, UploadWish } from "@resale/core";
import { HttpApiEndpoint, HttpApiGroup, HttpApiSchema } from "effect/http-api";
import { bytes } from "./bytes.ts";
import { readProblems, writeProblems } from "./Problem.ts";
import { writeHeaders } from "./requests.ts";

/** What may be sent in; what a file really is, its bytes say. */
export const photoTypes = PhotoType.literals;

/** Photos of listings and disputes: sent in as they are, served in sizes (R7, R44). */
export const photos = HttpApiGroup.make("photos").add(
  HttpApiEndpoint.post("upload", "/photos", {
    headers: writeHeaders,
    payload: photoTypes.map(bytes),
    success: Photo.pipe(HttpApiSchema.status(201)),
    error: writeProblems,
  }),
  HttpApiEndpoint.post("openUpload", "/photos/uploads", {
    headers: writeHeaders,
    payload: UploadWish,
    success: Upload.pipe(HttpApiSchema.status(201)),
    error: writeProblems,
  }),
  HttpApiEndpoint.put("putUpload", "/photos/uploads/:photo/file", {
    params: { photo: PhotoId },
    payload: photoTypes.map(bytes),
    success: HttpApiSchema.NoContent,
    error: writeProblems,
  }),
  HttpApiEndpoint.post("finishUpload", "/photos/uploads/:photo/done", {
    params: { photo: PhotoId },
    headers: writeHeaders,
    success: Photo.pipe(HttpApiSchema.status(201)),
    error: writeProblems,
  }),
  HttpApiEndpoint.get("photo", "/photos/:photo/:size", {
    params: { photo: PhotoId, size: PhotoSize },
    success: bytes("image/jpeg"),
    error: readProblems,
  }),
);

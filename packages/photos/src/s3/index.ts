export { type Links, type S3Options, s3Config } from "./options.ts";
export { s3Links } from "./s3Links.ts";
export { s3Store } from "./s3Store.ts";
export { s3Uploads } from "./s3Uploads.ts";

export { type S3Options, s3Config } from "./options.ts";
export { s3Store } from "./s3Store.ts";

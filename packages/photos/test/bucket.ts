import { temporaryFolder } from "@resale/testkit";
import { Effect, Redacted } from "effect";
import S3rver from "s3rver";
import type { S3Options } from "../src/s3/index.ts";

export const BUCKET = "photos-of-this-test";

/** How a store on this machine is asked; its key is the one that s3rver gives to everybody. */
export const optionsAt = (endpoint: string, given: Partial<S3Options> = {}): S3Options => ({
  endpoint,
  region: "us-east-1",
  bucket: BUCKET,
  prefix: "photos/",
  accessKeyId: "S3RVER",
  secretAccessKey: Redacted.make("S3RVER"),
  patience: "5 minutes",
  uploadPrefix: "uploads/",
  directUploads: true,
  links: "through",
  ...given,
});

/** A server that speaks S3, with an empty bucket, on a port that is free. */
export const aBucket = Effect.gen(function* () {
  const directory = yield* temporaryFolder;
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });
  const { port } = yield* Effect.acquireRelease(
    Effect.promise(() => server.run()),
    () => Effect.promise(() => server.close()),
  );
  return { directory, options: optionsAt(`http://127.0.0.1:${port}`) };
});

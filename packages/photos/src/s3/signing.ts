import { AwsV4Signer } from "aws4fetch";
import { Redacted } from "effect";
import type { S3Options } from "./options.ts";

interface Signed {
  readonly method: "GET" | "PUT" | "DELETE";
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
  /** Signs the address instead of the headers; whoever has it may do this one thing, for so many seconds. */
  readonly seconds?: number;
}

/** Signs requests to the store (Signature Version 4). */
export const signerOf =
  ({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Options) =>
  ({ method, key, headers, body, seconds }: Signed): AwsV4Signer =>
    new AwsV4Signer({
      method,
      url: `${endpoint}/${bucket}/${key}${seconds === undefined ? "" : `?X-Amz-Expires=${seconds}`}`,
      headers,
      ...(body === undefined ? {} : { body }),
      // Size and type are signed as well: the store takes no other file at such an address.
      ...(seconds === undefined ? {} : { signQuery: true, allHeaders: true }),
      accessKeyId,
      secretAccessKey: Redacted.value(secretAccessKey),
      region,
      service: "s3",
    });

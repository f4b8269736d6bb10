import { TrackingNumber } from "@resale/core";
import { Result, Schema } from "effect";
import type { Answer } from "../remote/Exchange.ts";
import { beginsLike, PDF, PNG } from "../remote/fileKinds.ts";
import { maybe, readAnswer } from "../remote/readAnswer.ts";
import { partsOf } from "./multipart.ts";

/** A label as it was sold: its number, and its documents in base64. */
export interface SoldLabel {
  readonly tracking: TrackingNumber;
  readonly pdf: string;
  readonly qr?: string;
}

const Metadata = Schema.Struct({ trackingNumber: TrackingNumber });

const Whole = Schema.Struct({
  trackingNumber: TrackingNumber,
  labelImage: Schema.String,
  labelBrokerQR: maybe(Schema.String),
});

/** The images are base64 whatever the headers of their parts say, and may be broken into lines. */
const cleaned = (base64: string): string => base64.replace(/\s+/g, "");
export const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(cleaned(base64), "base64"));

const checked = (
  tracking: TrackingNumber,
  pdf: string,
  qr: string | undefined,
): Result.Result<SoldLabel, string> => {
  if (!beginsLike(bytesOf(pdf), PDF)) return Result.fail("what should be the label is no PDF");
  if (qr === undefined) return Result.succeed({ tracking, pdf: cleaned(pdf) });
  if (!beginsLike(bytesOf(qr), PNG)) return Result.fail("what should be the label's QR code is no PNG");
  return Result.succeed({ tracking, pdf: cleaned(pdf), qr: cleaned(qr) });
};

/** Reads the answer to a label bought, in parts or in one. */
export const labelIn = ({ headers, body }: Answer): Result.Result<SoldLabel, string> => {
  const type = headers["content-type"] ?? "";
  if (!type.toLowerCase().startsWith("multipart/")) {
    return Result.flatMap(readAnswer(Whole, body), ({ trackingNumber, labelImage, labelBrokerQR }) =>
      checked(trackingNumber, labelImage, labelBrokerQR ?? undefined),
    );
  }
  return Result.flatMap(partsOf(type, body), (parts) => {
    const metadata = parts.get("labelMetadata");
    const image = parts.get("labelImage");
    if (metadata === undefined || image === undefined) return Result.fail("a part of the label is missing");
    return Result.flatMap(readAnswer(Metadata, new TextEncoder().encode(metadata)), ({ trackingNumber }) =>
      checked(trackingNumber, image, parts.get("labelBrokerQR")),
    );
  });
};

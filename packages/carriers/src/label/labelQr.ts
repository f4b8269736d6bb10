import { type PostalAddress, type TrackingNumber, zip5 } from "@resale/core";
import { correction, generate } from "lean-qr";
import { toPngBuffer } from "lean-qr/extras/node_export";

/** What the counter scans to print the label for somebody without a printer: routing ZIP code and number (R28). */
export const labelQrText = (parcel: {
  readonly tracking: TrackingNumber;
  readonly to: PostalAddress;
}): string => `420${zip5(parcel.to.zip)}${parcel.tracking}`;

/** The code as a picture of some 330 pixels, with its quiet zone. */
export const labelQrPng = (parcel: {
  readonly tracking: TrackingNumber;
  readonly to: PostalAddress;
}): Uint8Array =>
  toPngBuffer(generate(labelQrText(parcel), { minCorrectionLevel: correction.M }), {
    scale: 10,
    on: [0, 0, 0],
    off: [255, 255, 255],
  });

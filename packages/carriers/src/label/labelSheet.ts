import { type PostalAddress, type TrackingNumber, zip5 } from "@resale/core";
import { inGroups } from "../simulator/trackingNumber.ts";
import { gs1Barcode } from "./code128.ts";
import { labelText, linesOf } from "./labelText.ts";
import { type Face, type Mark, pdfOf } from "./Page.ts";

/** Four by six inches. */
const WIDTH = 288;
const HEIGHT = 432;
const MARGIN = 12;
const RULE = 1.5;
/** 15 mil, within what the postal barcode asks for. */
const MODULE = 1.1;
const FIXED_ADVANCE = 0.6;

const text = (x: number, y: number, size: number, face: Face, words: string): Mark => ({
  _tag: "Text",
  x,
  y,
  size,
  face,
  text: words,
});

const rule = (y: number): Mark => ({ _tag: "Box", x: 0, y, width: WIDTH, height: RULE });

const addressLines = (address: PostalAddress, size: number, width: number): ReadonlyArray<string> =>
  [
    address.name,
    address.line1,
    ...(address.line2 === undefined ? [] : [address.line2]),
    `${address.city} ${address.region} ${address.zip}`,
  ].flatMap((line) => linesOf(labelText(line), size, width));

const block = (x: number, top: number, size: number, face: Face, lines: ReadonlyArray<string>) =>
  lines.map((line, index) => text(x, top - (index + 1) * size * 1.15, size, face, line));

/** Room is limited, and an address may have very long lines: the size goes down until they fit. */
const addressBlock = (
  address: PostalAddress,
  area: { readonly x: number; readonly top: number; readonly width: number; readonly height: number },
  largest: number,
  face: Face,
): ReadonlyArray<Mark> => {
  for (let size = largest; ; size -= 0.5) {
    const lines = addressLines(address, size, area.width);
    if (lines.length * size * 1.15 <= area.height || size <= 3) {
      return block(area.x, area.top, size, face, lines);
    }
  }
};

/** The label to print: addresses, service, and the barcode of routing ZIP code and tracking number (R28). */
export const labelPdf = (parcel: {
  readonly tracking: TrackingNumber;
  readonly from: PostalAddress;
  readonly to: PostalAddress;
  readonly reference: string;
}): Uint8Array => {
  const barcode = gs1Barcode([`420${zip5(parcel.to.zip)}`, parcel.tracking]);
  const left = (WIDTH - barcode.width * MODULE) / 2;
  const number = inGroups(parcel.tracking);
  const reference = linesOf(labelText(`REF ${parcel.reference}`), 7, WIDTH - 2 * MARGIN)[0] ?? "";
  return pdfOf({
    width: WIDTH,
    height: HEIGHT,
    title: `Label ${parcel.tracking}`,
    marks: [
      text(MARGIN + 4, 372, 56, "bold", "G"),
      { _tag: "Box", x: 76, y: 360, width: RULE, height: 72 },
      text(168, 412, 10, "bold", "US POSTAGE PAID"),
      text(168, 400, 8, "plain", "SIMULATED: NO VALUE"),
      text(168, 390, 8, "plain", "NOT VALID FOR MAILING"),
      rule(358),
      text(26, 340, 14, "bold", "GROUND ADVANTAGE (SIMULATED)"),
      rule(332),
      ...addressBlock(parcel.from, { x: MARGIN, top: 328, width: 250, height: 56 }, 8.5, "plain"),
      text(MARGIN, 252, 8, "bold", "SHIP"),
      text(MARGIN, 243, 8, "bold", "TO:"),
      ...addressBlock(parcel.to, { x: 42, top: 264, width: 234, height: 92 }, 12, "bold"),
      rule(164),
      text(84, 148, 10, "bold", "TRACKING # (SIMULATED)"),
      ...barcode.bars.map(
        (bar): Mark => ({
          _tag: "Box",
          x: left + bar.at * MODULE,
          y: 66,
          width: bar.width * MODULE,
          height: 72,
        }),
      ),
      text((WIDTH - number.length * 11 * FIXED_ADVANCE) / 2, 50, 11, "fixed", number),
      rule(38),
      text(MARGIN, 20, 7, "plain", reference),
    ],
  });
};

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { assert, describe, it } from "@effect/vitest";
import { Carrier, PostalAddress } from "@resale/core";
import { Effect, Schema } from "effect";
import fc from "fast-check";
import { extractText, getDocumentProxy } from "unpdf";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { labelPdf } from "../src/label/labelSheet.ts";
import { checkDigit, trackingNumber } from "../src/simulator/trackingNumber.ts";
import { buy, buyer, seller, simulator } from "./parcels.ts";

const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer } });

const SCALE = 4;

/** The page as a printer would make it: every filled box of the PDF, at 288 dots an inch. */
const printed = (pdf: Uint8Array) => {
  const [width, height] = [288 * SCALE, 432 * SCALE];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const source = new TextDecoder("latin1").decode(pdf);
  for (const [, x, y, boxWidth, boxHeight] of source.matchAll(
    /^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f$/gm,
  )) {
    const left = Math.round(Number(x) * SCALE);
    const right = Math.round((Number(x) + Number(boxWidth)) * SCALE);
    const bottom = Math.round(Number(y) * SCALE);
    const top = Math.round((Number(y) + Number(boxHeight)) * SCALE);
    for (let row = height - top; row < height - bottom; row++) {
      data.fill(0, (row * width + left) * 4, (row * width + Math.min(right, width)) * 4);
    }
  }
  for (let index = 3; index < data.length; index += 4) data[index] = 255;
  return { data, width, height, colorSpace: "srgb" as const };
};

const document = Effect.gen(function* () {
  const label = yield* buy("label");
  const { pdf, qrPng = new Uint8Array() } = yield* Carrier.use((carrier) =>
    carrier.labelDocument(label.reference),
  );
  return { label, pdf, qrPng };
}).pipe(Effect.provide(simulator()));

const texts = async (pdf: Uint8Array) =>
  (await extractText(await getDocumentProxy(pdf.slice()), { mergePages: true })).text;

describe("the printed label", () => {
  it.effect("R28 is a page of 4 × 6 inches with both addresses, the service and the number", () =>
    Effect.gen(function* () {
      const { label, pdf } = yield* document;
      const page = yield* Effect.promise(async () => (await getDocumentProxy(pdf.slice())).getPage(1));
      assert.deepStrictEqual(page.view, [0, 0, 288, 432]);
      const text = yield* Effect.promise(() => texts(pdf));
      for (const words of [
        "GROUND ADVANTAGE (SIMULATED)",
        "ZOE LUKASZ-ORSTED",
        "12 RUE (OUEST) \\ APT. 4",
        "PORTLAND OR 97201",
        "ADA BUYER",
        "FLOOR 34",
        "NEW YORK NY 10118-0110",
        "REF ORDER-LABEL",
        label.tracking.replace(/(.{4})(?=.)/g, "$1 "),
      ]) {
        assert.include(text, words);
      }
    }),
  );

  it.effect("R28 carries a barcode of routing ZIP code and number that scanners read", () =>
    Effect.gen(function* () {
      const { label, pdf } = yield* document;
      const [barcode] = yield* Effect.promise(() => readBarcodes(printed(pdf)));
      assert.match(barcode?.format ?? "", /Code128/);
      assert.strictEqual(barcode?.symbologyIdentifier, "]C1");
      assert.strictEqual(barcode?.text.replace(/\D/g, ""), `42010118${label.tracking}`);
    }),
  );

  it.effect("R28 has a QR code beside it for people without a printer", () =>
    Effect.gen(function* () {
      const { label, qrPng } = yield* document;
      const [code] = yield* Effect.promise(() => readBarcodes(qrPng));
      assert.strictEqual(code?.format, "QRCode");
      assert.strictEqual(code?.text, `42010118${label.tracking}`);
    }),
  );

  it("can be printed for any address there is, with every letter inside the page", async () => {
    const line = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
    const typed = (maxLength: number) =>
      fc
        .oneof(line, fc.stringMatching(/^[A-Z ()\\]{1,100}$/), fc.constant("W".repeat(maxLength)))
        .map((text) => text.slice(0, maxLength));
    const addresses = fc
      .record({ name: typed(100), line1: typed(100), line2: typed(100), city: typed(60) })
      .map((lines) => ({ ...buyer, ...lines }))
      .filter(Schema.is(PostalAddress));
    await fc.assert(
      fc.asyncProperty(addresses, addresses, async (from, to) => {
        const tracking = trackingNumber("0123456789abcdef", 0);
        const pdf = labelPdf({ tracking, from, to, reference: from.name });
        const page = await (await getDocumentProxy(pdf)).getPage(1);
        for (const item of (await page.getTextContent()).items) {
          if (!("str" in item)) continue;
          const [, , , , x = 0, y = 0] = item.transform;
          assert.isAtLeast(y, 10);
          assert.isAtMost(x + item.width, 288);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("tracking numbers", () => {
  it("end in the check digit of the postal barcode", () => {
    for (const real of ["9405500208303109884137", "9205590006662200704797", "9434600208303109842235"]) {
      assert.strictEqual(checkDigit(real.slice(0, -1)), Number(real.at(-1)));
    }
  });

  it("R37 are 22 digits of which no single one can be misread unnoticed", () => {
    const hash = fc.stringMatching(/^[0-9a-f]{48}$/);
    fc.assert(
      fc.property(hash, fc.nat(1000), fc.nat(21), fc.integer({ min: 1, max: 9 }), (key, attempt, at, by) => {
        const number = trackingNumber(key, attempt);
        assert.match(number, /^94\d{20}$/);
        assert.strictEqual(Number(number[21]), checkDigit(number.slice(0, 21)));
        const misread = [...number].map((digit, index) =>
          index === at ? `${(Number(digit) + by) % 10}` : digit,
        );
        assert.notStrictEqual(Number(misread[21]), checkDigit(misread.join("").slice(0, 21)));
      }),
    );
  });

  it.effect("R37 are never given out twice, even where two keys want the same one", () =>
    Effect.gen(function* () {
      const labels = yield* Effect.all(
        Array.from({ length: 200 }, (_, index) => buy(`unique-${index}`)),
        { concurrency: 20 },
      );
      assert.strictEqual(new Set(labels.map(({ tracking }) => tracking)).size, 200);
    }).pipe(Effect.provide(simulator())),
  );
});

describe("addresses that do not exist", () => {
  it.effect("R28 are refused by field: country, state, ZIP code", () =>
    Effect.gen(function* () {
      const carrier = yield* Carrier;
      const ask = (change: Partial<PostalAddress>) =>
        Effect.flip(
          carrier.buyLabel({
            key: "refused",
            from: seller,
            to: Schema.decodeUnknownSync(PostalAddress)({ ...buyer, ...change }),
            reference: "1",
          }),
        ).pipe(Effect.map(({ reason }) => reason));
      const zip = Schema.decodeUnknownSync(PostalAddress.fields.zip)("97201");
      assert.strictEqual(yield* ask({ zip }), "to.zip: 97201 is not in New York");
      const region = Schema.decodeUnknownSync(PostalAddress.fields.region)("XX");
      assert.strictEqual(yield* ask({ region }), "to.region: there is no state XX");
      const country = Schema.decodeUnknownSync(PostalAddress.fields.country)("CA");
      assert.match(yield* ask({ country }), /^to\.country: /);
    }).pipe(Effect.provide(simulator())),
  );
});

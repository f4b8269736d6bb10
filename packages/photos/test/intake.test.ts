import { Effect } from "effect";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { defaultLimits, intake } from "../src/index.ts";
import { bomb, fromPhone, heic, pdf, plain, polyglot, scriptedSvg, secrets, zip } from "./files.ts";

const take = (bytes: Uint8Array) => Effect.runPromise(intake(bytes));
const refusal = (bytes: Uint8Array) => Effect.runPromise(Effect.flip(intake(bytes)));
const sizes = ["list", "detail", "zoom"] as const;

const pixelAt = async (bytes: Uint8Array, left: number, top: number) => {
  const [red = 0, green = 0, blue = 0] = await sharp(bytes)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer();
  return { red, green, blue };
};

describe("intake", () => {
  it("R7 leaves no word of camera, owner or place in any size", async () => {
    const sent = await fromPhone();
    expect(sent.includes(secrets.camera)).toBe(true);
    expect((await sharp(sent).metadata()).exif?.length).toBeGreaterThan(100);
    const photos = await take(sent);
    for (const size of sizes) {
      const kept = Buffer.from(photos[size].bytes);
      const { exif, xmp, iptc, icc, orientation, comments } = await sharp(kept).metadata();
      expect({ exif, xmp, iptc, icc, orientation, comments }).toEqual({});
      for (const word of [secrets.camera, secrets.artist, "Exif", "http://ns.adobe.com"]) {
        expect(kept.includes(word)).toBe(false);
      }
    }
  });

  it("R7 turns the picture upright", async () => {
    const { zoom } = await take(await fromPhone(1600, 1200));
    expect([zoom.width, zoom.height]).toEqual([1200, 1600]);
    const top = await pixelAt(zoom.bytes, 600, 100);
    const bottom = await pixelAt(zoom.bytes, 600, 1500);
    expect(top.red).toBeGreaterThan(150);
    expect(bottom.blue).toBeGreaterThan(150);
  });

  it.each(["jpeg", "png", "webp"] as const)(
    "makes three sizes of a %s, none larger than the original",
    async (format) => {
      const small = await take(await plain(format, 1000, 750));
      expect(sizes.map((size) => [small[size].width, small[size].height])).toEqual([
        [480, 360],
        [1000, 750],
        [1000, 750],
      ]);
      const large = await take(await plain(format, 3000, 1500));
      expect(sizes.map((size) => [large[size].width, large[size].height])).toEqual([
        [480, 240],
        [1200, 600],
        [2400, 1200],
      ]);
      for (const size of sizes) expect((await sharp(large[size].bytes).metadata()).format).toBe("jpeg");
    },
  );

  it("puts what is transparent before white", async () => {
    const clear = await sharp({ create: { width: 600, height: 600, channels: 4, background: "#00000000" } })
      .png()
      .toBuffer();
    const { detail } = await take(clear);
    expect(await pixelAt(detail.bytes, 300, 300)).toEqual({ red: 255, green: 255, blue: 255 });
  });

  it("takes a photo in other colour spaces", async () => {
    const cmyk = await sharp(await plain("jpeg"))
      .toColourspace("cmyk")
      .jpeg()
      .toBuffer();
    const grey = await sharp(await plain("png"))
      .greyscale()
      .png()
      .toBuffer();
    const deep = await sharp(await plain("png"))
      .toColourspace("rgb16")
      .png()
      .toBuffer();
    for (const sent of [cmyk, grey, deep]) {
      const { zoom } = await take(sent);
      expect((await sharp(zoom.bytes).metadata()).space).toBe("srgb");
    }
  });

  it("R7 gives a hint of the picture that a page can show until it has come", async () => {
    const { placeholder } = await take(await fromPhone(1600, 1200));
    expect(placeholder.length).toBeLessThan(400);
    const [, base64 = ""] = placeholder.split("data:image/webp;base64,");
    const tiny = Buffer.from(base64, "base64");
    const { format, width, height, exif } = await sharp(tiny).metadata();
    expect({ format, width, height, exif }).toEqual({ format: "webp", width: 12, height: 16 });
    expect((await pixelAt(tiny, 6, 2)).red).toBeGreaterThan(150);
    expect((await pixelAt(tiny, 6, 13)).blue).toBeGreaterThan(150);
  });

  it("refuses a picture that moves, and one of 60 million pixels", async () => {
    const frame = (background: string) =>
      sharp({ create: { width: 500, height: 500, channels: 3, background } })
        .png()
        .toBuffer();
    const frames = await Promise.all(["#d02020", "#2040c0"].map(frame));
    const moving = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    const still = await refusal(moving);
    expect(still).toMatchObject({ reason: "FormatNotTaken", detail: expect.stringContaining("moves") });
    expect(await refusal(bomb(10_000, 6_000))).toMatchObject({ reason: "TooManyPixels" });
  });

  it("keeps no script that stands in a JPEG's own fields, and asks no name what a file is", async () => {
    const script = "<script>alert(1)</script>";
    const scripted = await sharp(await plain("jpeg"))
      .withExif({ IFD0: { Artist: script, Copyright: script } })
      .toBuffer();
    expect(scripted.includes(script)).toBe(true);
    const photos = await take(scripted);
    for (const size of sizes) expect(Buffer.from(photos[size].bytes).includes("<script")).toBe(false);
    // A PNG that was sent as `photo.jpg` is a PNG all the same.
    expect((await take(await plain("png"))).zoom.width).toBe(1000);
  });

  it("keeps nothing of what follows the picture", async () => {
    const photos = await take(await polyglot());
    for (const size of sizes) {
      const kept = Buffer.from(photos[size].bytes);
      for (const word of ["<script", "<?php", "PK\x03\x04"]) expect(kept.includes(word)).toBe(false);
      expect(kept.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
    }
  });

  it.each([
    ["an SVG with a script", scriptedSvg, "FormatNotTaken", "SVG"],
    ["a HEIC", heic, "FormatNotTaken", "HEIC"],
    ["a PDF", pdf, "FormatNotTaken", "PDF"],
    ["a zip", zip, "NotAnImage", "not a photo"],
    ["nothing", new Uint8Array(), "NotAnImage", "not a photo"],
    ["a page of text", Buffer.from("<html><body>hello</body></html>"), "NotAnImage", "not a photo"],
  ])("refuses %s and says what it is", async (_, bytes, reason, words) => {
    const error = await refusal(bytes);
    expect(error).toMatchObject({ _tag: "PhotoRefused", reason });
    expect(error).toHaveProperty("detail", expect.stringContaining(words));
  });

  it("refuses a GIF, a TIFF and an AVIF that would decode", async () => {
    for (const format of ["gif", "tiff", "avif"] as const) {
      const sent = await sharp(await plain("png", 500, 500))
        .toFormat(format, { effort: 1 })
        .toBuffer();
      expect(await refusal(sent)).toMatchObject({ reason: "FormatNotTaken" });
    }
  });

  it.each(["jpeg", "png", "webp"] as const)("refuses a %s that breaks off", async (format) => {
    const sent = await plain(format);
    for (const part of [0.02, 0.3, 0.97]) {
      expect(await refusal(sent.subarray(0, Math.floor(sent.length * part)))).toMatchObject({
        reason: "Damaged",
      });
    }
  });

  it("refuses the first bytes of a format with anything behind them", async () => {
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), scriptedSvg]);
    expect(await refusal(jpeg)).toMatchObject({ reason: "Damaged" });
  });

  it("refuses a picture of too many pixels before it decodes one", async () => {
    const sent = bomb(30_000, 30_000);
    expect(sent.length).toBeLessThan(10_000);
    const before = process.memoryUsage().rss;
    expect(await refusal(sent)).toMatchObject({ reason: "TooManyPixels" });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it("refuses a file one byte over the limit, whatever it holds", async () => {
    const over = new Uint8Array(defaultLimits.mostBytes + 1);
    expect(await refusal(over)).toMatchObject({ reason: "TooLarge" });
    expect(await refusal(over.subarray(1))).toMatchObject({ reason: "NotAnImage" });
  });

  it("refuses a shorter side of 399 and takes one of 400", async () => {
    expect(await refusal(await plain("png", 1200, 399))).toMatchObject({ reason: "TooSmall" });
    expect((await take(await plain("png", 1200, 400))).zoom.height).toBe(400);
  });
});

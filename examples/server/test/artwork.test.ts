import { WHOLE } from "@resale/core";
import { photoOf, wornAt } from "@resale/seed";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { brushFor } from "../src/artwork/Brush.ts";
import { drawings } from "../src/artwork/bags/index.ts";
import { colours, drawPiece, kinds, materials, photograph, shots, somePhone } from "../src/artwork/index.ts";
import { cornerOf } from "../src/artwork/scene.ts";

const piece = { kind: "tote", colour: "Luggage", material: "pebbled", hardware: "gold", seed: 7 } as const;

// The grain is a picture in base64, in which any letters may stand together.
const withoutData = (drawn: string): string => drawn.replace(/data:[^"]*/g, "");

describe("the catalogue's pictures", () => {
  it("are drawn the same for the same seed, and otherwise for another", () => {
    for (const kind of kinds) {
      for (const shot of shots) {
        const drawn = drawPiece({ ...piece, kind }, shot);
        expect(drawPiece({ ...piece, kind }, shot)).toBe(drawn);
        expect(drawPiece({ ...piece, kind, seed: 8 }, shot)).not.toBe(drawn);
        expect(withoutData(drawn)).not.toMatch(/NaN|undefined|Infinity/);
      }
    }
  });

  it("are drawn in every colour and material, without a font", () => {
    for (const colour of [...Object.keys(colours), "#336699"]) {
      for (const material of materials) {
        const drawn = drawPiece({ ...piece, colour, material }, "Front");
        expect(withoutData(drawn)).not.toMatch(/NaN|undefined|<text/);
      }
    }
    expect(() => drawPiece({ ...piece, colour: "no colour" }, "Front")).toThrow(RangeError);
  });

  it("refer to nothing that is not in them", () => {
    for (const kind of kinds) {
      for (const shot of shots) {
        const drawn = drawPiece({ ...piece, kind, material: "signature" }, shot);
        for (const [, id] of drawn.matchAll(/url\(#([\w-]+)\)/g)) expect(drawn).toContain(`id="${id}"`);
        expect(drawn).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg")/);
      }
    }
  });

  it("R7 show a worn corner where the pieces that are sown have it marked", () => {
    for (const kind of kinds) {
      for (let seed = 0; seed < 10; seed++) {
        const worn = { ...piece, kind, seed };
        const spot = wornAt(kind, photoOf(worn, "Front"));
        const [left, top] = cornerOf(drawings[kind](brushFor(worn, false)));
        expect(Math.hypot(spot.x / WHOLE - left, spot.y / WHOLE - top), `${kind} ${seed}`).toBeLessThan(0.08);
      }
    }
  });

  it("come from a phone on their side, with the place in them", async () => {
    const sent = await photograph(drawPiece(piece, "Front"), { phone: somePhone, side: 640 });
    const { format, orientation, exif, width } = await sharp(sent).metadata();
    expect({ format, orientation, width }).toEqual({ format: "jpeg", orientation: 6, width: 640 });
    expect(exif?.includes(somePhone.make)).toBe(true);
    const plain = await photograph(drawPiece(piece, "Front"), { side: 640 });
    expect((await sharp(plain).metadata()).exif).toBeUndefined();
    const upright = await sharp(sent).autoOrient().resize(32, 32).raw().toBuffer();
    const straight = await sharp(plain).resize(32, 32).raw().toBuffer();
    const apart = upright.reduce((sum, value, at) => sum + Math.abs(value - (straight[at] ?? 0)), 0);
    expect(apart / upright.length).toBeLessThan(3);
  });
});

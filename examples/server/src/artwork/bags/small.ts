import type { Brush } from "../Brush.ts";
import { toned } from "../colour.ts";
import { emblem, plate, ring, slider, stud, zip } from "../hardware.ts";
import { crease, n, panel, stitches, strap } from "../leather.ts";
import { tassel } from "./charm.ts";
import type { Drawing } from "./Drawing.ts";

const rounded = (x: number, y: number, w: number, h: number, r: number): string =>
  `M${n(x + r)} ${n(y)}H${n(x + w - r)}Q${n(x + w)} ${n(y)} ${n(x + w)} ${n(y + r)}V${n(y + h - r)}Q${n(x + w)} ${n(y + h)} ${n(x + w - r)} ${n(y + h)}H${n(x + r)}Q${n(x)} ${n(y + h)} ${n(x)} ${n(y + h - r)}V${n(y + r)}Q${n(x)} ${n(y)} ${n(x + r)} ${n(y)}Z`;

/** A long wallet, zipped around three sides. */
export const wallet = (brush: Brush): Drawing => {
  const { random, back } = brush;
  const w = random.between(1060, 1120);
  const h = random.between(570, 610);
  const x = 800 - w / 2;
  const y = 560;
  const face = (i: number): string => rounded(x + i, y + i, w - 2 * i, h - 2 * i, 64 - i);
  const quilted = brush.piece.material === "smooth" && random.chance(0.5);
  const svg = [
    panel(brush, rounded(x - 20, y + 12, w + 40, h + 22, 78), { trim: true, tone: -0.34, roll: 14 }),
    zip(
      brush,
      `M${n(x + w + 2)} ${n(y + 80)}V${n(y + h - 50)}Q${n(x + w)} ${n(y + h + 14)} ${n(x + w - 66)} ${n(y + h + 14)}H${n(x + 66)}Q${n(x)} ${n(y + h + 14)} ${n(x - 2)} ${n(y + h - 50)}V${n(y + 80)}`,
      26,
    ),
    panel(brush, face(0), { seam: face(20), roll: 44, quilted }),
    back
      ? panel(
          brush,
          `M${n(x + 120)} ${n(y + 190)}Q${800} ${n(y + 214)} ${n(x + w - 120)} ${n(y + 190)}V${n(y + h - 70)}H${n(x + 120)}Z`,
          {
            roll: 10,
            shadow: true,
            seam: `M${n(x + 134)} ${n(y + 208)}V${n(y + h - 84)}H${n(x + w - 134)}V${n(y + 208)}`,
          },
        )
      : emblem(brush, x + w - 176, y + 150, 46),
    slider(brush, x + w - 4, y + 96, 16, 128),
    back || random.chance(0.5)
      ? ""
      : ring(brush, x + 4, y + 70, 20, 8) +
        strap(
          brush,
          `M${n(x)} ${n(y + 86)}C${n(x - 150)} ${n(y + 180)} ${n(x - 120)} ${n(y + 470)} ${n(x - 20)} ${n(y + 450)}S${n(x - 40)} ${n(y + 170)} ${n(x + 6)} ${n(y + 90)}`,
          24,
          { flat: true },
        ),
  ].join("");
  return {
    svg,
    top: y - 10,
    ground: y + h + 34,
    reach: [x - 20, x + w + 20],
    frame: [x - 110, x + w + 140],
    corner: [x + 60, y + h - 60],
    tie: [x + w - 40, y + 40],
    lying: true,
  };
};

/** A case for cards: two slots and a pocket between. */
export const cardCase = (brush: Brush): Drawing => {
  const { random, back } = brush;
  const w = random.between(860, 900);
  const h = random.between(600, 640);
  const x = 800 - w / 2;
  const y = 540;
  const slot = (at: number, tone: number): string =>
    panel(
      brush,
      `M${n(x)} ${n(y + at)}H${n(x + w * 0.36)}Q${n(x + w * 0.4)} ${n(y + at)} ${n(x + w * 0.42)} ${n(y + at + 22)}Q${n(x + w * 0.44)} ${n(y + at + 44)} ${800} ${n(y + at + 44)}Q${n(x + w * 0.56)} ${n(y + at + 44)} ${n(x + w * 0.58)} ${n(y + at + 22)}Q${n(x + w * 0.6)} ${n(y + at)} ${n(x + w * 0.64)} ${n(y + at)}H${n(x + w)}V${n(y + h - 46)}Q${n(x + w)} ${n(y + h)} ${n(x + w - 46)} ${n(y + h)}H${n(x + 46)}Q${n(x)} ${n(y + h)} ${n(x)} ${n(y + h - 46)}Z`,
      { tone, roll: 20, shadow: true },
    );
  const card = (tint: string, at: number): string =>
    `<path d="${rounded(x + 54, y + at, w - 108, 300, 26)}" fill="${tint}" stroke="#0003" stroke-width="2"/><path d="${rounded(x + 54, y + at, w - 108, 300, 26)}" fill="url(#sheen)"/>`;
  const svg = [
    panel(brush, rounded(x, y, w, h, 46), { roll: 30 }),
    back ? "" : card(toned(brush.lining, 0.35), y > 0 ? 70 : 0),
    back
      ? stitches(brush, rounded(x + 18, y + 18, w - 36, h - 36, 32)) +
        slot(300, 0.03) +
        emblem(brush, 800, y + h - 120, 40)
      : slot(150, 0) + slot(300, 0.03),
    stitches(
      brush,
      `M${n(x + 18)} ${n(y + 60)}V${n(y + h - 50)}Q${n(x + 18)} ${n(y + h - 18)} ${n(x + 50)} ${n(y + h - 18)}H${n(x + w - 50)}Q${n(x + w - 18)} ${n(y + h - 18)} ${n(x + w - 18)} ${n(y + h - 50)}V${n(y + 60)}`,
    ),
    back ? "" : emblem(brush, 800, y + h - 128, 46),
    random.chance(0.5)
      ? ring(brush, x + w - 34, y + 36, 26, 10) +
        plate(brush, `M${n(x + w - 44)} ${n(y - 18)}q10-40 30-30t10 44l-22 24Z`)
      : "",
  ].join("");
  return {
    svg,
    top: y - 60,
    ground: y + h + 6,
    reach: [x, x + w],
    corner: [x + 56, y + h - 56],
    tie: [x + w - 50, y + 40],
    lying: true,
  };
};

/** A flat pouch with a loop for the wrist. */
export const wristlet = (brush: Brush): Drawing => {
  const { random, back } = brush;
  const w = random.between(1010, 1060);
  const h = random.between(560, 600);
  const x = 800 - w / 2 + 60;
  const y = 600;
  const face = (i: number): string =>
    `M${n(x + 20 + i)} ${n(y + i)}H${n(x + w - 20 - i)}Q${n(x + w - i)} ${n(y + i)} ${n(x + w - i)} ${n(y + 20)}L${n(x + w + 6 - i)} ${n(y + h - 70)}Q${n(x + w + 4 - i)} ${n(y + h - i)} ${n(x + w - 66)} ${n(y + h - i)}H${n(x + 66)}Q${n(x - 4 + i)} ${n(y + h - i)} ${n(x - 6 + i)} ${n(y + h - 70)}L${n(x + i)} ${n(y + 20)}Q${n(x + i)} ${n(y + i)} ${n(x + 20 + i)} ${n(y + i)}Z`;
  const loopPath = `M${n(x - 24)} ${n(y + 62)}C${n(x - 190)} ${n(y + 130)} ${n(x - 210)} ${n(y + 500)} ${n(x - 90)} ${n(y + 520)}S${n(x - 10)} ${n(y + 240)} ${n(x - 24)} ${n(y + 74)}`;
  const svg = [
    strap(brush, loopPath, 34, { flat: true }),
    panel(brush, face(0), { seam: face(18), roll: 54 }),
    panel(
      brush,
      `M${n(x + 4)} ${n(y - 8)}H${n(x + w - 4)}V${n(y + 84)}Q800 ${n(y + 92)} ${n(x + 2)} ${n(y + 84)}Z`,
      { trim: true, tone: brush.trim === brush.hide ? -0.12 : 0, roll: 14 },
    ),
    zip(brush, `M${n(x + 40)} ${n(y + 34)}H${n(x + w - 40)}`, 34),
    crease(`M${n(x + 3)} ${n(y + 86)}Q800 ${n(y + 95)} ${n(x + w - 3)} ${n(y + 86)}`, 0.4),
    panel(brush, rounded(x - 34, y + 36, 74, 60, 10), { trim: true, roll: 8, shadow: true }),
    stud(brush, x + 14, y + 66, 9),
    ring(brush, x - 30, y + 66, 25, 9),
    slider(brush, x + w - 96, y + 34, 82, 112),
    back ? "" : emblem(brush, 860, y + 260, 54),
    !back && random.chance(0.35) ? tassel(brush, x - 30, y + 84, 1) : "",
  ].join("");
  return {
    svg,
    top: y - 10,
    ground: y + h + 4,
    reach: [x - 4, x + w + 4],
    frame: [x - 200, x + w + 10],
    corner: [x + 60, y + h - 60],
    tie: [x - 20, y + 70],
    lying: true,
  };
};

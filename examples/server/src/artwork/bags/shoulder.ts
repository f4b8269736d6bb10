import type { Brush } from "../Brush.ts";
import { chain, emblem, loop, ring, slider, stud, zip } from "../hardware.ts";
import { crease, n, panel, stitches, strap } from "../leather.ts";
import { tassel } from "./charm.ts";
import type { Drawing } from "./Drawing.ts";

/** A soft crescent under a short strap. */
export const shoulder = (brush: Brush): Drawing => {
  const { random, back, piece } = brush;
  const cx = 800;
  const w = random.between(500, 545);
  const ty = random.between(838, 872);
  const by = 1314;
  const dip = random.between(22, 58);
  const body = (i: number): string =>
    `M${n(cx - w + 30 + i)} ${n(ty + i)}Q${cx} ${n(ty + dip + i)} ${n(cx + w - 30 - i)} ${n(ty + i)}C${n(cx + w + 40 - i)} ${n(ty + 130)} ${n(cx + w + 4 - i)} ${n(by - 90)} ${n(cx + w - 130)} ${n(by - 30 - i)}Q${n(cx + w * 0.5)} ${n(by - i)} ${cx} ${n(by - i)}Q${n(cx - w * 0.5)} ${n(by - i)} ${n(cx - w + 130)} ${n(by - 30 - i)}C${n(cx - w - 4 + i)} ${n(by - 90)} ${n(cx - w - 40 + i)} ${n(ty + 130)} ${n(cx - w + 30 + i)} ${n(ty + i)}Z`;
  const rim = `M${n(cx - w + 30)} ${n(ty)}Q${cx} ${n(ty - 34 + dip)} ${n(cx + w - 30)} ${n(ty)}Q${cx} ${n(ty + dip + 12)} ${n(cx - w + 30)} ${n(ty)}Z`;
  const left = cx - w + 62;
  const right = cx + w - 62;
  const peak = random.between(330, 400);
  const ear = (x: number, side: 1 | -1): string =>
    `${panel(brush, `M${n(x - 34)} ${n(ty - 14)}Q${n(x)} ${n(ty - 30)} ${n(x + 34)} ${n(ty - 14)}L${n(x + 40 + side * 6)} ${n(ty + 90)}Q${n(x + side * 6)} ${n(ty + 146)} ${n(x - 40 + side * 6)} ${n(ty + 90)}Z`, { trim: true, roll: 12, shadow: true, seam: `M${n(x - 24)} ${n(ty)}L${n(x - 28 + side * 6)} ${n(ty + 84)}Q${n(x + side * 6)} ${n(ty + 126)} ${n(x + 28 + side * 6)} ${n(ty + 84)}L${n(x + 24)} ${n(ty)}` })}${stud(brush, x + side * 4, ty + 76, 10)}${ring(brush, x, ty - 34, 33, 12)}`;
  const chained = random.chance(0.3);
  const hung = chained
    ? chain(
        brush,
        [
          [left, ty - 60],
          [left + 60, peak],
          [right - 60, peak],
          [right, ty - 60],
        ],
        21,
      )
    : strap(
        brush,
        `M${n(left)} ${n(ty - 46)}C${n(left + 60)} ${n(peak)} ${n(right - 60)} ${n(peak)} ${n(right)} ${n(ty - 46)}`,
        50,
        { flat: true },
      );
  const quilted = piece.material === "smooth" && random.chance(0.6);
  const svg = [
    hung,
    chained ? "" : loop(brush, left + 66, ty - 196, 78, 56, 10),
    panel(brush, rim, { tone: -0.3, roll: 10 }),
    zip(
      brush,
      `M${n(cx - w + 90)} ${n(ty - 1)}Q${cx} ${n(ty - 12 + dip)} ${n(cx + w - 90)} ${n(ty - 1)}`,
      24,
    ),
    panel(brush, body(0), { seam: body(18), roll: 88, quilted }),
    crease(
      `M${n(cx - w * 0.62)} ${n(ty + 96)}Q${n(cx - w * 0.5)} ${n(ty + 200)} ${n(cx - w * 0.56)} ${n(ty + 310)}`,
      0.22,
    ),
    crease(
      `M${n(cx + w * 0.66)} ${n(ty + 90)}Q${n(cx + w * 0.52)} ${n(ty + 210)} ${n(cx + w * 0.6)} ${n(ty + 300)}`,
      0.22,
    ),
    back
      ? zip(brush, `M${n(cx - 250)} ${n(ty + 170)}H${n(cx + 250)}`, 34) +
        slider(brush, cx - 230, ty + 170, 84, 88) +
        stitches(brush, `M${n(cx - 268)} ${n(ty + 142)}H${n(cx + 268)}V${n(ty + 198)}H${n(cx - 268)}Z`)
      : emblem(brush, cx, ty + dip + 130, 50),
    ear(left, -1),
    ear(right, 1),
    slider(brush, cx + w - 150, ty + 4, 78, 100),
    !back && random.chance(0.4) ? tassel(brush, left - 4, ty - 4, 1.1) : "",
  ].join("");
  return {
    svg,
    top: peak + 120,
    ground: by + 2,
    reach: [cx - w + 40, cx + w - 40],
    corner: [cx - w + 150, by - 90],
    tie: [left, ty - 20],
  };
};

import type { Brush } from "../Brush.ts";
import { toned } from "../colour.ts";
import { emblem, ring, stud } from "../hardware.ts";
import { crease, n, panel, stitches, strap } from "../leather.ts";
import { tassel } from "./charm.ts";
import type { Drawing } from "./Drawing.ts";

/** A round bag, drawn together by a cord. */
export const bucket = (brush: Brush): Drawing => {
  const { random, back } = brush;
  const cx = 800;
  const top = random.between(338, 372);
  const bottom = top - random.between(24, 66);
  const ty = random.between(660, 700);
  const by = 1300;
  const gather = top - 20;
  const body = (i: number): string =>
    `M${n(cx - gather + i)} ${n(ty + 4)}Q${cx} ${n(ty + 56)} ${n(cx + gather - i)} ${n(ty + 4)}C${n(cx + top + 26 - i)} ${n(ty + 150)} ${n(cx + bottom + 26 - i)} ${n(by - 220)} ${n(cx + bottom - i)} ${n(by - 26)}Q${cx} ${n(by + 46 - i)} ${n(cx - bottom + i)} ${n(by - 26)}C${n(cx - bottom - 26 + i)} ${n(by - 220)} ${n(cx - top - 26 + i)} ${n(ty + 150)} ${n(cx - gather + i)} ${n(ty + 4)}Z`;
  const base = `M${n(cx - bottom - 12)} ${n(by - 134)}Q${cx} ${n(by - 68)} ${n(cx + bottom + 12)} ${n(by - 134)}L${n(cx + bottom)} ${n(by - 26)}Q${cx} ${n(by + 46)} ${n(cx - bottom)} ${n(by - 26)}Z`;
  const collar = `M${n(cx - gather + 4)} ${n(ty + 6)}C${n(cx - gather - 16)} ${n(ty - 40)} ${n(cx - gather + 8)} ${n(ty - 70)} ${n(cx - gather + 22)} ${n(ty - 82)}Q${n(cx - 190)} ${n(ty - 44)} ${n(cx - 120)} ${n(ty - 56)}T${n(cx + 40)} ${n(ty - 46)}T${n(cx + 190)} ${n(ty - 60)}T${n(cx + gather - 22)} ${n(ty - 82)}C${n(cx + gather - 8)} ${n(ty - 70)} ${n(cx + gather + 16)} ${n(ty - 40)} ${n(cx + gather - 4)} ${n(ty + 6)}Q${cx} ${n(ty + 58)} ${n(cx - gather + 4)} ${n(ty + 6)}Z`;
  const mouth = `M${n(cx - gather + 22)} ${n(ty - 82)}Q${cx} ${n(ty - 150)} ${n(cx + gather - 22)} ${n(ty - 82)}Q${cx} ${n(ty + 60)} ${n(cx - gather + 22)} ${n(ty - 82)}Z`;
  const folds = [-0.72, -0.44, -0.16, 0.12, 0.42, 0.7]
    .map((at) =>
      crease(
        `M${n(cx + at * gather)} ${n(ty - 50)}Q${n(cx + at * gather * 1.02)} ${n(ty + 30)} ${n(cx + at * gather * 1.1)} ${n(ty + 130 + random.between(0, 90))}`,
        0.3,
      ),
    )
    .join("");
  const cord = `M${n(cx - gather - 2)} ${n(ty - 6)}Q${cx} ${n(ty + 50)} ${n(cx + gather + 2)} ${n(ty - 6)}`;
  const peak = random.between(180, 240);
  const left = cx - gather + 6;
  const right = cx + gather - 6;
  const eyelets = [-0.8, -0.5, -0.2, 0.2, 0.5, 0.8]
    .map((at) => ring(brush, cx + at * gather, ty - 6 + 28 * (1 - at * at), 13, 6))
    .join("");
  const svg = [
    strap(
      brush,
      `M${n(left)} ${n(ty + 30)}C${n(left - 20)} ${n(peak - 60)} ${n(right + 20)} ${n(peak - 60)} ${n(right)} ${n(ty + 30)}`,
      40,
      { flat: true },
    ),
    `<path d="${mouth}" fill="${toned(brush.lining, -0.3)}"/><path d="${mouth}" fill="url(#cave)"/><path d="${mouth}" fill="none" stroke="${toned(brush.hide, -0.45)}" stroke-width="9"/>`,
    panel(brush, collar, { tone: -0.06, roll: 18 }),
    panel(brush, body(0), { roll: 104 }),
    folds,
    panel(brush, base, { trim: true, tone: brush.trim === brush.hide ? -0.14 : 0, roll: 34 }),
    stitches(
      brush,
      `M${n(cx - bottom - 8)} ${n(by - 118)}Q${cx} ${n(by - 52)} ${n(cx + bottom + 8)} ${n(by - 118)}`,
    ),
    eyelets,
    strap(brush, cord, 15, { rolled: true, tone: -0.1 }),
    back
      ? panel(
          brush,
          `M${n(cx - 190)} ${n(ty + 210)}Q${cx} ${n(ty + 246)} ${n(cx + 190)} ${n(ty + 210)}L${n(cx + 176)} ${n(by - 150)}Q${cx} ${n(by - 112)} ${n(cx - 176)} ${n(by - 150)}Z`,
          {
            roll: 14,
            shadow: true,
            seam: `M${n(cx - 178)} ${n(ty + 226)}L${n(cx - 164)} ${n(by - 162)}Q${cx} ${n(by - 124)} ${n(cx + 164)} ${n(by - 162)}L${n(cx + 178)} ${n(ty + 226)}`,
          },
        )
      : emblem(brush, cx, ty + 260, 48) +
        tassel(brush, cx - 26, ty + 26, 0.86) +
        tassel(brush, cx + 30, ty + 28, 0.96),
    ring(brush, left, ty + 40, 27, 10),
    ring(brush, right, ty + 40, 27, 10),
    stud(brush, left + 1, ty + 86, 8),
    stud(brush, right - 1, ty + 86, 8),
  ].join("");
  return {
    svg,
    top: peak + 90,
    ground: by + 14,
    reach: [cx - bottom - 4, cx + bottom + 4],
    corner: [cx - bottom + 50, by - 70],
    tie: [left, ty + 50],
  };
};

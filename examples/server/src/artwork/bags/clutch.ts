import type { Brush } from "../Brush.ts";
import { chain, emblem, plate, ring } from "../hardware.ts";
import { n, panel, stitches } from "../leather.ts";
import { tassel } from "./charm.ts";
import type { Drawing } from "./Drawing.ts";

/** An envelope for the evening. */
export const clutch = (brush: Brush): Drawing => {
  const { random, back, piece } = brush;
  const cx = 800;
  const w = random.between(540, 575);
  const ty = random.between(640, 670);
  const by = 1290;
  const tip = by - random.between(170, 240);
  const quilted = piece.material === "smooth" || random.chance(0.25);
  const rect = (i: number): string =>
    `M${n(cx - w + 26)} ${n(ty + i)}H${n(cx + w - 26)}Q${n(cx + w - i)} ${n(ty + i)} ${n(cx + w - i)} ${n(ty + 26)}L${n(cx + w + 8 - i)} ${n(by - 44)}Q${n(cx + w + 6 - i)} ${n(by - i)} ${n(cx + w - 36)} ${n(by - i)}H${n(cx - w + 36)}Q${n(cx - w - 6 + i)} ${n(by - i)} ${n(cx - w - 8 + i)} ${n(by - 44)}L${n(cx - w + i)} ${n(ty + 26)}Q${n(cx - w + i)} ${n(ty + i)} ${n(cx - w + 26)} ${n(ty + i)}Z`;
  const flap = (i: number): string =>
    `M${n(cx - w + 20)} ${n(ty - 6 + i)}H${n(cx + w - 20)}Q${n(cx + w + 2 - i)} ${n(ty - 6 + i)} ${n(cx + w + 2 - i)} ${n(ty + 24)}L${n(cx + w - 4 - i)} ${n(ty + 92)}L${n(cx + 70)} ${n(tip - 14 - i)}Q${cx} ${n(tip + 24 - i)} ${n(cx - 70)} ${n(tip - 14 - i)}L${n(cx - w + 4 + i)} ${n(ty + 92)}L${n(cx - w - 2 + i)} ${n(ty + 24)}Q${n(cx - w - 2 + i)} ${n(ty - 6 + i)} ${n(cx - w + 20)} ${n(ty - 6 + i)}Z`;
  const bar = `M${cx - 74} ${n(tip - 62)}q0-13 13-13h122q13 0 13 13v8q0 13-13 13h-122q-13 0-13-13Z`;
  const chained = random.chance(0.5);
  const svg = [
    chained
      ? chain(
          brush,
          [
            [cx - w + 20, ty + 30],
            [cx - w + 60, ty - 420],
            [cx + w - 60, ty - 420],
            [cx + w - 20, ty + 30],
          ],
          13,
        )
      : "",
    panel(brush, rect(0), { tone: back ? 0 : -0.08, roll: 40, seam: rect(17), quilted: back && quilted }),
    back
      ? `${panel(brush, `M${n(cx - w + 70)} ${n(ty + 210)}H${n(cx + w - 70)}V${n(by - 60)}H${n(cx - w + 70)}Z`, { roll: 10, shadow: true })}${stitches(brush, `M${n(cx - w + 84)} ${n(ty + 228)}V${n(by - 74)}H${n(cx + w - 84)}V${n(ty + 228)}`)}`
      : `<path d="${flap(0)}" fill="#000" fill-opacity=".26" transform="translate(3 20)"/><path d="${flap(0)}" fill="#000" fill-opacity=".24" transform="translate(1 8)"/>${panel(brush, flap(0), { seam: flap(17), roll: 40, quilted })}${random.chance(0.5) ? plate(brush, bar) : emblem(brush, cx, tip - 66, 40)}`,
    chained || back ? "" : ring(brush, cx - w + 6, ty + 62, 19, 8) + tassel(brush, cx - w + 4, ty + 76, 1.15),
  ].join("");
  return {
    svg,
    top: chained ? ty - 300 : ty - 60,
    ground: by + 2,
    reach: [cx - w - 4, cx + w + 4],
    corner: [cx - w + 44, by - 50],
    tie: [cx - w + 20, ty + 40],
  };
};

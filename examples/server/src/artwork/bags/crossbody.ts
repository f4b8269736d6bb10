import type { Brush } from "../Brush.ts";
import { chain, emblem, plate, ring, stud } from "../hardware.ts";
import { n, panel, stitches, strap } from "../leather.ts";
import { tassel } from "./charm.ts";
import type { Drawing } from "./Drawing.ts";

/** A small bag under a flap with a turn lock, on a long strap or a chain. */
export const crossbody = (brush: Brush): Drawing => {
  const { random, back, piece } = brush;
  const cx = 800;
  const w = random.between(392, 430);
  const ty = random.between(742, 790);
  const by = 1316;
  const drop = by - random.between(168, 224);
  const chained = random.chance(0.55);
  const quilted = piece.material === "smooth" || (piece.material === "pebbled" && random.chance(0.4));
  const body = (i: number): string =>
    `M${n(cx - w + 10 + i)} ${n(ty + 20 + i)}H${n(cx + w - 10 - i)}L${n(cx + w + 12 - i)} ${n(by - 70)}Q${n(cx + w + 8 - i)} ${n(by - i)} ${n(cx + w - 66)} ${n(by - i)}H${n(cx - w + 66)}Q${n(cx - w - 8 + i)} ${n(by - i)} ${n(cx - w - 12 + i)} ${n(by - 70)}Z`;
  const flap = (i: number): string =>
    `M${n(cx - w - 2 + i)} ${n(ty + 40)}Q${n(cx - w + 2 + i)} ${n(ty - 16 + i)} ${n(cx - w + 56)} ${n(ty - 16 + i)}H${n(cx + w - 56)}Q${n(cx + w - 2 - i)} ${n(ty - 16 + i)} ${n(cx + w + 2 - i)} ${n(ty + 40)}L${n(cx + w + 6 - i)} ${n(drop - 120)}C${n(cx + w + 4 - i)} ${n(drop - 30)} ${n(cx + w - 90)} ${n(drop - 8 - i)} ${n(cx + 150)} ${n(drop - 2 - i)}Q${cx} ${n(drop + 10 - i)} ${n(cx - 150)} ${n(drop - 2 - i)}C${n(cx - w + 90)} ${n(drop - 8 - i)} ${n(cx - w - 4 + i)} ${n(drop - 30)} ${n(cx - w - 6 + i)} ${n(drop - 120)}Z`;
  const gusset = (side: 1 | -1): string =>
    `M${n(cx + side * (w - 10))} ${n(ty + 10)}L${n(cx + side * (w + 34))} ${n(ty + 46)}Q${n(cx + side * (w + 50))} ${n(by - 200)} ${n(cx + side * (w + 22))} ${n(by - 30)}L${n(cx + side * (w - 30))} ${n(by - 30)}Z`;
  const left = cx - w - 16;
  const right = cx + w + 16;
  const peak = random.between(150, 230);
  const hung = chained
    ? chain(brush, [
        [left, ty + 44],
        [left + 10, peak + 40],
        [right - 10, peak + 40],
        [right, ty + 44],
      ])
    : strap(
        brush,
        `M${n(left)} ${n(ty + 44)}C${n(left + 30)} ${peak} ${n(right - 30)} ${peak} ${n(right)} ${n(ty + 44)}`,
        28,
        { flat: true },
      );
  const lock = `${plate(brush, `M${cx - 44} ${n(drop - 84)}q0-20 20-20h48q20 0 20 20v28q0 20-20 20h-48q-20 0-20-20Z`)}${plate(brush, `M${cx - 9} ${n(drop - 98)}q9-10 18 0v52q-9 10-18 0Z`)}`;
  const pocket = `M${n(cx - w + 70)} ${n(ty + 130)}Q${cx} ${n(ty + 160)} ${n(cx + w - 70)} ${n(ty + 130)}V${n(by - 80)}H${n(cx - w + 70)}Z`;
  const svg = [
    hung,
    panel(brush, gusset(-1), { tone: -0.24, roll: 18 }),
    panel(brush, gusset(1), { tone: -0.4, roll: 18 }),
    panel(brush, body(0), { tone: back ? 0 : -0.06, seam: body(16), roll: 54, quilted: quilted && back }),
    back
      ? panel(brush, pocket, {
          roll: 12,
          shadow: true,
          seam: `M${n(cx - w + 82)} ${n(ty + 148)}V${n(by - 92)}H${n(cx + w - 82)}V${n(ty + 148)}`,
        }) + stitches(brush, `M${n(cx - w + 30)} ${n(ty + 44)}H${n(cx + w - 30)}`)
      : `<path d="${flap(0)}" fill="#000" fill-opacity=".3" transform="translate(4 20)"/><path d="${flap(0)}" fill="#000" fill-opacity=".25" transform="translate(2 9)"/>${panel(brush, flap(0), { seam: flap(16), roll: 50, quilted })}${random.chance(0.6) ? lock : emblem(brush, cx, drop - 70, 42)}`,
    ring(brush, left, ty + 50, 24, 9),
    ring(brush, right, ty + 50, 24, 9),
    stud(brush, left + 2, ty + 92, 8),
    stud(brush, right - 2, ty + 92, 8),
    !back && random.chance(0.4) ? tassel(brush, left, ty + 66, 1) : "",
  ].join("");
  return {
    svg,
    top: chained ? peak + 130 : peak + 110,
    ground: by + 4,
    reach: [cx - w - 30, cx + w + 30],
    corner: [cx - w + 34, by - 60],
    tie: [left, ty + 60],
  };
};

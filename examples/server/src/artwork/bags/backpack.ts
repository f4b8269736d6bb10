import type { Brush } from "../Brush.ts";
import { emblem, loop, ring, slider, stud, zip } from "../hardware.ts";
import { n, panel, stitches, strap } from "../leather.ts";
import { tassel } from "./charm.ts";
import type { Drawing } from "./Drawing.ts";

/** A domed backpack with a zipped pocket in front. */
export const backpack = (brush: Brush): Drawing => {
  const { random, back } = brush;
  const cx = 800;
  const w = random.between(372, 404);
  const ty = random.between(456, 500);
  const by = 1324;
  const body = (i: number): string =>
    `M${n(cx - w + 14 + i)} ${n(ty + 330)}C${n(cx - w + 16 + i)} ${n(ty + 90)} ${n(cx - w + 110)} ${n(ty + i)} ${cx} ${n(ty + i)}S${n(cx + w - 16 - i)} ${n(ty + 90)} ${n(cx + w - 14 - i)} ${n(ty + 330)}L${n(cx + w + 6 - i)} ${n(by - 110)}Q${n(cx + w + 4 - i)} ${n(by - i)} ${n(cx + w - 96)} ${n(by - i)}H${n(cx - w + 96)}Q${n(cx - w - 4 + i)} ${n(by - i)} ${n(cx - w - 6 + i)} ${n(by - 110)}Z`;
  const side = (s: 1 | -1): string =>
    `M${n(cx + s * (w - 60))} ${n(ty + 130)}Q${n(cx + s * (w + 54))} ${n(ty + 280)} ${n(cx + s * (w + 58))} ${n(by - 160)}Q${n(cx + s * (w + 52))} ${n(by - 26)} ${n(cx + s * (w - 30))} ${n(by - 20)}Z`;
  const carrier = (s: 1 | -1): string =>
    strap(
      brush,
      `M${n(cx + s * 120)} ${n(ty + 30)}C${n(cx + s * (w + 150))} ${n(ty + 60)} ${n(cx + s * (w + 170))} ${n(by - 260)} ${n(cx + s * (w + 10))} ${n(by - 44)}`,
      46,
      { tone: -0.2, flat: true },
    );
  const archZip = `M${n(cx - w + 52)} ${n(ty + 470)}V${n(ty + 336)}C${n(cx - w + 56)} ${n(ty + 140)} ${n(cx - w + 150)} ${n(ty + 56)} ${cx} ${n(ty + 56)}S${n(cx + w - 56)} ${n(ty + 140)} ${n(cx + w - 52)} ${n(ty + 336)}V${n(ty + 470)}`;
  const pt = ty + 440;
  const pw = w - 66;
  const pocket = (i: number): string =>
    `M${n(cx - pw + i)} ${n(pt + 70)}Q${n(cx - pw + i)} ${n(pt + i)} ${n(cx - pw + 80)} ${n(pt + i)}H${n(cx + pw - 80)}Q${n(cx + pw - i)} ${n(pt + i)} ${n(cx + pw - i)} ${n(pt + 70)}L${n(cx + pw + 6 - i)} ${n(by - 110)}Q${n(cx + pw + 4 - i)} ${n(by - 46 - i)} ${n(cx + pw - 64)} ${n(by - 46 - i)}H${n(cx - pw + 64)}Q${n(cx - pw - 4 + i)} ${n(by - 46 - i)} ${n(cx - pw - 6 + i)} ${n(by - 110)}Z`;
  const pad = (s: 1 | -1): string =>
    strap(
      brush,
      `M${n(cx + s * 84)} ${n(ty + 96)}C${n(cx + s * 150)} ${n(ty + 320)} ${n(cx + s * 230)} ${n(ty + 520)} ${n(cx + s * 262)} ${n(by - 190)}`,
      84,
      { flat: true },
    ) +
    strap(brush, `M${n(cx + s * 262)} ${n(by - 196)}L${n(cx + s * 300)} ${n(by - 50)}`, 40, {
      flat: true,
      tone: -0.1,
    }) +
    loop(brush, cx + s * 264, by - 188, 96, 44, 10);
  const svg = [
    back ? "" : carrier(-1) + carrier(1),
    strap(
      brush,
      `M${n(cx - 74)} ${n(ty + 22)}C${n(cx - 92)} ${n(ty - 130)} ${n(cx + 92)} ${n(ty - 130)} ${n(cx + 74)} ${n(ty + 22)}`,
      34,
      { rolled: true },
    ),
    panel(brush, side(-1), { tone: -0.24, roll: 26 }),
    panel(brush, side(1), { tone: -0.38, roll: 26 }),
    panel(brush, body(0), { roll: 84, seam: back ? body(18) : body(15) }),
    back
      ? zip(brush, `M${n(cx - 210)} ${n(ty + 300)}H${n(cx + 210)}`, 34) +
        stitches(brush, `M${n(cx - 228)} ${n(ty + 270)}H${n(cx + 228)}V${n(ty + 330)}H${n(cx - 228)}Z`) +
        panel(
          brush,
          `M${n(cx - 130)} ${n(ty + 70)}H${n(cx + 130)}L${n(cx + 112)} ${n(ty + 150)}H${n(cx - 112)}Z`,
          { trim: true, roll: 14, shadow: true },
        ) +
        pad(-1) +
        pad(1)
      : `${zip(brush, archZip, 28)}${slider(brush, cx - w + 53, ty + 420, 92, 92)}${panel(brush, pocket(0), { roll: 46, seam: pocket(17), shadow: true })}${zip(brush, `M${n(cx - pw + 50)} ${n(pt + 66)}H${n(cx + pw - 50)}`, 30)}${slider(brush, cx + pw - 86, pt + 66, 84, 96)}${emblem(brush, cx, pt + 190, 46)}`,
    back ? "" : stud(brush, cx - 78, ty + 30, 9) + stud(brush, cx + 78, ty + 30, 9),
    back
      ? ""
      : random.chance(0.5)
        ? ring(brush, cx - w + 2, ty + 400, 20, 8) + tassel(brush, cx - w + 2, ty + 412, 0.9)
        : "",
  ].join("");
  return {
    svg,
    top: ty - 100,
    ground: by + 4,
    reach: [cx - w - 30, cx + w + 30],
    frame: [cx - w - 120, cx + w + 120],
    corner: [cx - w + 60, by - 80],
    tie: [cx - 84, ty + 10],
  };
};

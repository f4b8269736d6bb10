import type { Brush } from "../Brush.ts";
import { toned } from "../colour.ts";
import { emblem, ring, stud } from "../hardware.ts";
import { crease, n, panel, stitches, strap } from "../leather.ts";
import { hangTagCharm, tassel } from "./charm.ts";
import type { Drawing } from "./Drawing.ts";

/** An open carry-all that widens upwards, on two long handles. */
export const tote = (brush: Brush): Drawing => {
  const { random, back } = brush;
  const cx = 800;
  const top = random.between(438, 478);
  const bottom = top - random.between(58, 92);
  const ty = random.between(662, 700);
  const by = 1322;
  const grip = random.between(228, 262);
  const reach = random.between(205, 260);
  const body = (i: number): string =>
    `M${n(cx - top + i)} ${n(ty + i)}Q${cx} ${n(ty + 26 + i)} ${n(cx + top - i)} ${n(ty + i)}C${n(cx + top - 8 - i)} ${n(ty + 240)} ${n(cx + bottom + 22 - i)} ${n(by - 250)} ${n(cx + bottom - i)} ${n(by - 46)}Q${n(cx + bottom - 2 - i)} ${n(by - i)} ${n(cx + bottom - 50 - i)} ${n(by - i)}H${n(cx - bottom + 50 + i)}Q${n(cx - bottom + 2 + i)} ${n(by - i)} ${n(cx - bottom + i)} ${n(by - 46)}C${n(cx - bottom - 22 + i)} ${n(by - 250)} ${n(cx - top + 8 + i)} ${n(ty + 240)} ${n(cx - top + i)} ${n(ty + i)}Z`;
  const wing = (side: 1 | -1): string =>
    `M${n(cx + side * (top - 6))} ${n(ty)}L${n(cx + side * (top + 30))} ${n(ty + 16)}Q${n(cx + side * (top + 14))} ${n(ty + 330)} ${n(cx + side * (bottom + 8))} ${n(by - 40)}L${n(cx + side * (bottom - 30))} ${n(by - 20)}Z`;
  const mouth = `M${n(cx - top + 2)} ${n(ty + 2)}Q${cx} ${n(ty - 66)} ${n(cx + top - 2)} ${n(ty + 2)}Q${cx} ${n(ty + 30)} ${n(cx - top + 2)} ${n(ty + 2)}Z`;
  const handle = (spread: number, foot: number, height: number): string =>
    `M${n(cx - spread)} ${n(foot)}C${n(cx - spread - 8)} ${n(height - 40)} ${n(cx - spread * 0.62)} ${n(height - 110)} ${cx} ${n(height - 110)}S${n(cx + spread + 8)} ${n(height - 40)} ${n(cx + spread)} ${n(foot)}`;
  const tab = (x: number): string =>
    `${panel(brush, `M${n(x - 27)} ${n(ty + 72)}Q${n(x)} ${n(ty + 58)} ${n(x + 27)} ${n(ty + 72)}L${n(x + 24)} ${n(ty + 178)}Q${n(x)} ${n(ty + 206)} ${n(x - 24)} ${n(ty + 178)}Z`, { trim: true, roll: 10, shadow: true, seam: `M${n(x - 18)} ${n(ty + 84)}L${n(x - 15)} ${n(ty + 172)}Q${n(x)} ${n(ty + 192)} ${n(x + 15)} ${n(ty + 172)}L${n(x + 18)} ${n(ty + 84)}` })}${stud(brush, x, ty + 158, 9)}${ring(brush, x, ty + 52, 30, 10)}`;
  const pocket = `M${n(cx - 300)} ${n(ty + 210)}Q${cx} ${n(ty + 250)} ${n(cx + 300)} ${n(ty + 210)}L${n(cx + 276)} ${n(by - 92)}H${n(cx - 276)}Z`;
  const seam = body(17);
  const base = `M${n(cx - bottom - 16)} ${n(by - 150)}Q${cx} ${n(by - 132)} ${n(cx + bottom + 16)} ${n(by - 150)}L${n(cx + bottom)} ${n(by - 46)}Q${n(cx + bottom - 2)} ${by} ${n(cx + bottom - 50)} ${by}H${n(cx - bottom + 50)}Q${n(cx - bottom + 2)} ${by} ${n(cx - bottom)} ${n(by - 46)}Z`;
  const banded = brush.piece.material === "signature" || random.chance(0.3);
  const charm = random.next();
  const svg = [
    strap(brush, handle(grip - 14, ty - 6, reach + 34), 34, { tone: -0.24, rolled: true }),
    panel(brush, wing(-1), { tone: -0.3, roll: 16 }),
    panel(brush, wing(1), { tone: -0.42, roll: 16 }),
    `<path d="${mouth}" fill="${toned(brush.lining, -0.35)}"/><path d="${mouth}" fill="url(#cave)"/>`,
    `<path d="M${n(cx - top + 2)} ${n(ty + 2)}Q${cx} ${n(ty - 66)} ${n(cx + top - 2)} ${n(ty + 2)}" fill="none" stroke="${toned(brush.trim, -0.3)}" stroke-width="15"/>`,
    panel(brush, body(0), { seam, roll: 62 }),
    banded
      ? panel(brush, base, { trim: true, tone: brush.trim === brush.hide ? -0.16 : 0, roll: 22 }) +
        stitches(
          brush,
          `M${n(cx - bottom - 10)} ${n(by - 134)}Q${cx} ${n(by - 116)} ${n(cx + bottom + 10)} ${n(by - 134)}`,
        )
      : "",
    crease(`M${n(cx - top + 3)} ${n(ty + 42)}Q${cx} ${n(ty + 68)} ${n(cx + top - 3)} ${n(ty + 42)}`, 0.4),
    back
      ? panel(brush, pocket, {
          tone: 0.02,
          roll: 16,
          shadow: true,
          seam: `M${n(cx - 288)} ${n(ty + 226)}L${n(cx - 266)} ${n(by - 104)}H${n(cx + 266)}L${n(cx + 288)} ${n(ty + 226)}`,
        }) + stud(brush, cx, ty + 262, 11)
      : emblem(brush, cx, ty + 168, 44),
    strap(brush, handle(grip, ty + 32, reach), 38, { rolled: true }),
    tab(cx - grip),
    tab(cx + grip),
    back || charm > 0.62
      ? ""
      : charm > 0.28
        ? tassel(brush, cx + grip + 2, ty + 68, 1.05)
        : hangTagCharm(brush, cx + grip + 6, ty + 72),
    stud(brush, cx - bottom + 70, by + 3, 9),
    stud(brush, cx + bottom - 70, by + 3, 9),
  ].join("");
  return {
    svg,
    top: reach - 130,
    ground: by + 8,
    reach: [cx - bottom - 6, cx + bottom + 6],
    corner: [cx - bottom + 40, by - 70],
    tie: [cx - grip, ty + 60],
  };
};

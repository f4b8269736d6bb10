import type { Brush } from "../Brush.ts";
import { emblem, loop, plate, ring, slider, stud, zip } from "../hardware.ts";
import { crease, n, panel, stitches, strap } from "../leather.ts";
import { padlock, tassel } from "./charm.ts";
import type { Drawing } from "./Drawing.ts";

/** A structured bag with a zipped, domed top and two short rolled handles. */
export const satchel = (brush: Brush): Drawing => {
  const { random, back } = brush;
  const cx = 800;
  const wide = random.between(462, 505);
  const upper = wide - random.between(70, 104);
  const ty = random.between(724, 768);
  const by = 1318;
  const grip = random.between(168, 200);
  const body = (i: number): string =>
    `M${n(cx - upper + 60)} ${n(ty + i)}H${n(cx + upper - 60)}Q${n(cx + upper + 4 - i)} ${n(ty + i)} ${n(cx + upper + 18 - i)} ${n(ty + 76)}C${n(cx + upper + 52 - i)} ${n(ty + 240)} ${n(cx + wide - i)} ${n(by - 230)} ${n(cx + wide - i)} ${n(by - 76)}Q${n(cx + wide - i)} ${n(by - i)} ${n(cx + wide - 82 - i)} ${n(by - i)}H${n(cx - wide + 82 + i)}Q${n(cx - wide + i)} ${n(by - i)} ${n(cx - wide + i)} ${n(by - 76)}C${n(cx - wide + i)} ${n(by - 230)} ${n(cx - upper - 52 + i)} ${n(ty + 240)} ${n(cx - upper - 18 + i)} ${n(ty + 76)}Q${n(cx - upper - 4 + i)} ${n(ty + i)} ${n(cx - upper + 60)} ${n(ty + i)}Z`;
  const gusset = (side: 1 | -1): string =>
    `M${n(cx + side * (upper - 8))} ${n(ty + 10)}Q${n(cx + side * (upper + 92))} ${n(ty + 30)} ${n(cx + side * (wide + 26))} ${n(ty + 330)}Q${n(cx + side * (wide + 40))} ${n(by - 60)} ${n(cx + side * (wide - 14))} ${n(by - 12)}L${n(cx + side * (wide - 60))} ${n(by - 120)}Z`;
  const dome = `M${n(cx - upper + 44)} ${n(ty + 8)}Q${n(cx - upper + 70)} ${n(ty - 56)} ${n(cx - upper + 150)} ${n(ty - 60)}H${n(cx + upper - 150)}Q${n(cx + upper - 70)} ${n(ty - 56)} ${n(cx + upper - 44)} ${n(ty + 8)}Z`;
  const handle = (spread: number, foot: number, height: number): string =>
    `M${n(cx - spread)} ${n(foot)}C${n(cx - spread - 4)} ${n(height + 60)} ${n(cx - spread * 0.74)} ${n(height)} ${cx} ${n(height)}S${n(cx + spread + 4)} ${n(height + 60)} ${n(cx + spread)} ${n(foot)}`;
  const anchor = (x: number): string =>
    `${panel(brush, `M${n(x - 30)} ${n(ty + 60)}Q${n(x)} ${n(ty + 44)} ${n(x + 30)} ${n(ty + 60)}L${n(x + 30)} ${n(ty + 150)}L${n(x)} ${n(ty + 184)}L${n(x - 30)} ${n(ty + 150)}Z`, { trim: true, roll: 10, shadow: true, seam: `M${n(x - 21)} ${n(ty + 68)}V${n(ty + 147)}L${n(x)} ${n(ty + 171)}L${n(x + 21)} ${n(ty + 147)}V${n(ty + 68)}` })}${stud(brush, x, ty + 140, 9)}${ring(brush, x, ty + 40, 29, 10)}`;
  const belt = (x: number): string =>
    `${panel(brush, `M${n(x - 23)} ${n(ty + 190)}H${n(x + 23)}V${n(ty + 350)}L${n(x)} ${n(ty + 380)}L${n(x - 23)} ${n(ty + 350)}Z`, { trim: true, roll: 8, shadow: true, seam: `M${n(x - 15)} ${n(ty + 200)}V${n(ty + 346)}L${n(x)} ${n(ty + 366)}L${n(x + 15)} ${n(ty + 346)}V${n(ty + 200)}` })}${loop(brush, x, ty + 250, 66, 50, 9)}${plate(brush, `M${n(x - 4)} ${n(ty + 228)}h8v44h-8Z`)}`;
  const pocket = `M${n(cx - 290)} ${n(ty + 190)}H${n(cx + 290)}V${n(by - 130)}Q${n(cx + 290)} ${n(by - 96)} ${n(cx + 256)} ${n(by - 96)}H${n(cx - 256)}Q${n(cx - 290)} ${n(by - 96)} ${n(cx - 290)} ${n(by - 130)}Z`;
  const belted = random.chance(0.5);
  const svg = [
    strap(brush, handle(grip - 8, ty - 34, ty - 298), 36, { tone: -0.24, rolled: true }),
    panel(brush, gusset(-1), { tone: -0.26, roll: 26 }),
    panel(brush, gusset(1), { tone: -0.4, roll: 26 }),
    panel(brush, dome, { tone: -0.12, roll: 18 }),
    zip(brush, `M${n(cx - upper + 130)} ${n(ty - 36)}H${n(cx + upper - 130)}`, 32),
    panel(brush, body(0), { seam: body(17), roll: 66 }),
    crease(`M${n(cx - upper + 20)} ${n(ty + 34)}H${n(cx + upper - 20)}`, 0.25),
    back
      ? panel(brush, pocket, { tone: 0.02, roll: 14 }) +
        zip(brush, `M${n(cx - 262)} ${n(ty + 236)}H${n(cx + 262)}`, 34) +
        slider(brush, cx - 244, ty + 236, 82, 90) +
        stitches(brush, `M${n(cx - 276)} ${n(ty + 206)}H${n(cx + 276)}V${n(ty + 266)}H${n(cx - 276)}Z`)
      : belted
        ? belt(cx - grip) + belt(cx + grip) + emblem(brush, cx, ty + 250, 38)
        : emblem(brush, cx, ty + 230, 48),
    strap(brush, handle(grip, ty + 22, ty - 262), 40, { rolled: true }),
    anchor(cx - grip),
    anchor(cx + grip),
    slider(brush, cx - upper + 152, ty - 36, 100, 92),
    ring(brush, cx - wide - 6, ty + 220, 24, 9),
    ring(brush, cx + wide + 6, ty + 220, 24, 9),
    back
      ? ""
      : random.chance(0.5)
        ? padlock(brush, cx - grip, ty + 60)
        : tassel(brush, cx + grip, ty + 56, 0.95),
    stud(brush, cx - wide + 96, by + 3, 9),
    stud(brush, cx + wide - 96, by + 3, 9),
  ].join("");
  return {
    svg,
    top: ty - 320,
    ground: by + 8,
    reach: [cx - wide - 14, cx + wide + 14],
    corner: [cx - wide + 50, by - 70],
    tie: [cx - grip, ty + 46],
  };
};

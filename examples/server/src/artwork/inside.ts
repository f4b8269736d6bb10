import type { Brush } from "./Brush.ts";
import { mix, toned } from "./colour.ts";
import { chain, emblem, ring, slider, stud, zip } from "./hardware.ts";
import { crease, n, panel, stitches, strap } from "./leather.ts";
import type { Kind } from "./Piece.ts";
import { studio } from "./scene.ts";

const fabric = (brush: Brush): string => {
  const ink = toned(brush.lining, -0.2);
  return `<pattern id="fabric" width="64" height="64" patternUnits="userSpaceOnUse"><rect width="64" height="64" fill="${brush.lining}"/><path d="M0 16H64M0 48H64" stroke="#fff" stroke-opacity=".05" stroke-width="6"/><g fill="none" stroke="${ink}" stroke-opacity=".55" stroke-width="2.4"><path d="M16 27C4 23 3 11 10 7C14 11 17 19 16 27ZM16 27C28 23 29 11 22 7C18 11 15 19 16 27Z"/><path d="M48 59C36 55 35 43 42 39C46 43 49 51 48 59ZM48 59C60 55 61 43 54 39C50 43 47 51 48 59Z"/></g></pattern><pattern id="weave" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 1.5H6M0 4.5H6" stroke="#000" stroke-opacity=".08"/><path d="M1.5 0V6" stroke="#fff" stroke-opacity=".09"/></pattern><radialGradient id="depth" cy=".52" r=".62"><stop offset="0" stop-color="#000" stop-opacity=".5"/><stop offset=".6" stop-color="#000" stop-opacity=".2"/><stop offset="1" stop-color="#000" stop-opacity="0"/></radialGradient>`;
};

const cloth = (path: string, tone = 0): string =>
  `<path d="${path}" fill="url(#fabric)"/><path d="${path}" fill="url(#weave)"/>${tone === 0 ? "" : `<path d="${path}" fill="#000" fill-opacity="${tone}"/>`}`;

/** How wide each form opens, seen from above: half its width, half its depth. */
const mouths: Readonly<Record<Kind, readonly [number, number]>> = {
  tote: [630, 390],
  satchel: [600, 370],
  crossbody: [560, 290],
  shoulder: [610, 270],
  clutch: [620, 210],
  backpack: [500, 380],
  bucket: [480, 440],
  wallet: [600, 300],
  cardCase: [500, 300],
  wristlet: [610, 225],
};

/** A bag seen from above, wide open: rim, lining, pockets, and dark at the bottom. */
const openBag = (brush: Brush): string => {
  const { random, piece } = brush;
  const [rx, depth] = mouths[piece.kind];
  const ry = depth + random.between(-12, 12);
  const handled = piece.kind === "tote" || piece.kind === "satchel";
  const flat = ry < 240;
  const cy = 830;
  const lens = (i: number): string =>
    `M${n(800 - rx + i)} ${cy}C${n(800 - rx + i)} ${n(cy - ry * 1.02 + i)} ${n(800 - rx * 0.55)} ${n(cy - ry + i)} 800 ${n(cy - ry + i)}S${n(800 + rx - i)} ${n(cy - ry * 1.02 + i)} ${n(800 + rx - i)} ${cy}S${n(800 + rx * 0.55)} ${n(cy + ry - i)} 800 ${n(cy + ry - i)}S${n(800 - rx + i)} ${n(cy + ry * 1.02 - i)} ${n(800 - rx + i)} ${cy}Z`;
  const floorY = cy + 40;
  const floor = `M${n(800 - rx * 0.62)} ${floorY}C${n(800 - rx * 0.62)} ${n(floorY - ry * 0.42)} ${n(800 + rx * 0.62)} ${n(floorY - ry * 0.42)} ${n(800 + rx * 0.62)} ${floorY}S${n(800 - rx * 0.62)} ${n(floorY + ry * 0.6)} ${n(800 - rx * 0.62)} ${floorY}Z`;
  const wallTop = cy - ry + (flat ? -6 : 62);
  const name = brush.name();
  const outer = lens(-46);
  const patch = `M${n(800 - 130)} ${n(wallTop + 10)}H${n(800 + 130)}L${n(800 + 118)} ${n(wallTop + 92)}H${n(800 - 118)}Z`;
  const zipY = wallTop + 138;
  const lip = `M${n(800 - 330)} ${n(cy + ry - (flat ? 120 : 190))}Q800 ${n(cy + ry - (flat ? 92 : 150))} ${n(800 + 330)} ${n(cy + ry - (flat ? 120 : 190))}`;
  const pockets = `${lip}L${n(800 + 290)} ${n(cy + ry + 30)}H${n(800 - 290)}Z`;
  const grip = (y: number, sag: number): string =>
    `M${n(800 - 260)} ${n(y)}C${n(800 - 300)} ${n(y + sag)} ${n(800 + 300)} ${n(y + sag)} ${n(800 + 260)} ${n(y)}`;
  const chained = piece.kind === "crossbody" || piece.kind === "shoulder" || piece.kind === "clutch";
  const over = [
    [800 - rx - 20, cy],
    [800 - rx + 60, cy - ry - 460],
    [800 + rx - 60, cy - ry - 460],
    [800 + rx + 20, cy],
  ] as const;
  const hung = chained
    ? chain(brush, over, 15)
    : strap(brush, `M${over[0].join(" ")}C${over.slice(1).flat().map(n).join(" ")}`, 36, { flat: true });
  const grips =
    ring(brush, 800 - 262, cy - ry + 10, 30, 11) +
    ring(brush, 800 + 262, cy - ry + 10, 30, 11) +
    strap(brush, grip(cy + ry + 6, 290), 40, { rolled: true }) +
    ring(brush, 800 - 262, cy + ry - 8, 30, 11) +
    ring(brush, 800 + 262, cy + ry - 8, 30, 11);
  return [
    `<ellipse cx="830" cy="${cy + 60}" rx="${n(rx * 1.2)}" ry="${n(ry * 1.3)}" fill="url(#ground)"/>`,
    handled ? strap(brush, grip(cy - ry - 6, -300), 40, { rolled: true }) : hung,
    panel(brush, outer, { roll: 60 }),
    `<clipPath id="${name}"><path d="${lens(0)}"/></clipPath><g clip-path="url(#${name})">`,
    cloth(lens(0)),
    `<path d="${lens(0)}" fill="url(#down)"/>`,
    `<path d="M${n(800 - rx)} ${cy}L${n(800 - rx * 0.62)} ${floorY}M${n(800 + rx)} ${cy}L${n(800 + rx * 0.62)} ${floorY}" stroke="#000" stroke-opacity=".25" stroke-width="5"/>`,
    cloth(floor, 0.18),
    `<path d="${floor}" fill="none" stroke="#000" stroke-opacity=".3" stroke-width="6"/>`,
    panel(brush, patch, {
      trim: true,
      roll: 10,
      shadow: true,
      seam: `M${n(800 - 118)} ${n(wallTop + 20)}H${n(800 + 118)}L${n(800 + 108)} ${n(wallTop + 82)}H${n(800 - 108)}Z`,
    }),
    emblem(brush, 800, wallTop + 52, 22),
    zip(brush, `M${n(800 - 250)} ${n(zipY)}H${n(800 + 250)}`, 34),
    slider(brush, 800 - 228, zipY, 80, 82),
    stitches(brush, `M${n(800 - 268)} ${n(zipY - 26)}H${n(800 + 268)}V${n(zipY + 26)}H${n(800 - 268)}Z`),
    `<path d="${pockets}" fill="#000" fill-opacity=".35" transform="translate(0 -10)"/>`,
    cloth(pockets, 0.03),
    `<path d="${lip}" fill="none" stroke="${toned(brush.trim, -0.1)}" stroke-width="14"/>`,
    crease(`M800 ${n(cy + ry - 164)}V${n(cy + ry)}`, 0.4),
    `<path d="${lens(0)}" fill="url(#depth)"/>`,
    `<path d="${lens(0)}" fill="none" stroke="#000" stroke-opacity=".35" stroke-width="56"/><path d="${lens(0)}" fill="none" stroke="#000" stroke-opacity=".25" stroke-width="26"/>`,
    "</g>",
    `<path d="${lens(-2)}" fill="none" stroke="${toned(brush.trim, -0.55)}" stroke-width="6"/>`,
    stitches(brush, lens(-24)),
    piece.kind === "bucket" ? "" : stud(brush, 800, cy - ry - 22, 12) + stud(brush, 800, cy + ry + 22, 12),
    handled ? grips : ring(brush, 800 - rx - 24, cy, 28, 10) + ring(brush, 800 + rx + 24, cy, 28, 10),
  ].join("");
};

/** Something small, laid open: slots for cards on both sides of a fold. */
const laidOpen = (brush: Brush): string => {
  const [left, right, top, bottom] = [180, 1420, 330, 1300];
  const middle = (top + bottom) / 2;
  const outline = (i: number): string =>
    `M${left + 50} ${top + i}H${right - 50}Q${right - i} ${top + i} ${right - i} ${top + 50}V${bottom - 50}Q${right - i} ${bottom - i} ${right - 50} ${bottom - i}H${left + 50}Q${left + i} ${bottom - i} ${left + i} ${bottom - 50}V${top + 50}Q${left + i} ${top + i} ${left + 50} ${top + i}Z`;
  const slot = (from: number, to: number, y: number, end: number): string =>
    panel(brush, `M${from} ${y}H${to}V${end}H${from}Z`, {
      trim: true,
      roll: 8,
      shadow: true,
      tone: brush.trim === brush.hide ? -0.02 : 0.05,
    });
  const tints = ["#f4efe6", mix(brush.lining, "#ffffff", 0.5), "#dcd3c4"];
  const cards = tints
    .slice(0, 2)
    .map(
      (tint, index) =>
        `<rect x="${left + 96}" y="${top + 78 + index * 82}" width="450" height="150" rx="18" fill="${tint}" stroke="#0003"/>`,
    );
  const row = (from: number, to: number): string =>
    [0, 1, 2, 3]
      .map(
        (at) =>
          (at < 2 && from < 800 ? (cards[at] ?? "") : "") + slot(from, to, top + 116 + at * 82, middle - 30),
      )
      .join("");
  return [
    `<ellipse cx="830" cy="${bottom - 60}" rx="760" ry="330" fill="url(#ground)"/>`,
    panel(brush, outline(-16), { roll: 20, shadow: true }),
    cloth(outline(18), 0.05),
    row(left + 70, 780),
    row(820, right - 70),
    panel(
      brush,
      `M${left + 70} ${middle + 90}Q800 ${middle + 116} ${right - 70} ${middle + 90}V${bottom - 60}H${left + 70}Z`,
      { trim: true, roll: 12, shadow: true },
    ),
    zip(brush, `M${left + 110} ${middle + 176}H${right - 110}`, 34),
    slider(brush, left + 140, middle + 176, 84, 90),
    stitches(brush, `M${left + 90} ${middle + 148}H${right - 90}V${middle + 204}H${left + 90}Z`),
    crease(`M${left + 18} ${middle + 10}H${right - 18}`, 0.9),
    `<rect x="${left}" y="${middle - 26}" width="${right - left}" height="70" fill="url(#cave)" opacity=".35"/>`,
    emblem(brush, 800, bottom - 190, 40),
    stitches(brush, outline(0)),
  ].join("");
};

/** What a buyer finds when the piece is opened. */
export const inside = (brush: Brush): string => {
  const ground = `<radialGradient id="ground"><stop offset="0" stop-color="#2a1c10" stop-opacity=".5"/><stop offset=".6" stop-color="#2a1c10" stop-opacity=".28"/><stop offset="1" stop-color="#2a1c10" stop-opacity="0"/></radialGradient>`;
  const small = brush.piece.kind === "wallet" || brush.piece.kind === "cardCase";
  return `<defs>${fabric(brush)}${ground}</defs>${studio(brush)}${small ? laidOpen(brush) : openBag(brush)}`;
};

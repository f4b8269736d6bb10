import type { Brush } from "./Brush.ts";
import type { Drawing } from "./bags/Drawing.ts";
import { mix } from "./colour.ts";
import { n } from "./leather.ts";

export const SIDE = 1600;

/** A plain, warm studio: a wall that turns into the floor without an edge. */
export const studio = ({ random }: Brush, horizon = 1120): string => {
  const walls = ["#f1ebe3", "#ece6de", "#f3eee8", "#eae3d8", "#efe8e4"];
  const wall = walls[Math.floor(random.next() * walls.length)] ?? "#f1ebe3";
  const floor = mix(wall, "#c9b9a4", 0.4);
  return `<linearGradient id="wall" x2="0" y2="1"><stop offset="0" stop-color="${mix(wall, "#d9cfc2", 0.45)}"/><stop offset=".5" stop-color="${wall}"/><stop offset="${n(horizon / SIDE)}" stop-color="${mix(wall, floor, 0.35)}"/><stop offset="1" stop-color="${floor}"/></linearGradient><linearGradient id="lamp" x1=".1" x2="1" y2=".8"><stop offset="0" stop-color="#fffdf8" stop-opacity=".2"/><stop offset=".3" stop-color="#fffdf8" stop-opacity=".62"/><stop offset="1" stop-color="#fffdf8" stop-opacity="0"/></linearGradient><rect width="${SIDE}" height="${SIDE}" fill="url(#wall)"/><rect width="${SIDE}" height="${SIDE}" fill="url(#lamp)"/>`;
};

/** The shadow of something that stands: dark where it touches, soft and long away from the lamp. */
const standingShadow = (ground: number, left: number, right: number): string => {
  const middle = (left + right) / 2;
  const half = (right - left) / 2;
  const pool = (x: number, y: number, rx: number, ry: number, paint: string): string =>
    `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="url(#${paint})"/>`;
  return `<radialGradient id="soft"><stop offset="0" stop-color="#3a2a1a" stop-opacity=".42"/><stop offset=".55" stop-color="#3a2a1a" stop-opacity=".2"/><stop offset="1" stop-color="#3a2a1a" stop-opacity="0"/></radialGradient><radialGradient id="hard"><stop offset="0" stop-color="#160d06" stop-opacity=".85"/><stop offset=".7" stop-color="#160d06" stop-opacity=".5"/><stop offset="1" stop-color="#160d06" stop-opacity="0"/></radialGradient>${pool(middle + half * 0.2, ground + 8, half * 1.5, 120, "soft")}${pool(middle + half * 0.08, ground - 6, half * 1.16, 46, "soft")}${pool(middle, ground - 8, half * 1.03, 20, "hard")}`;
};

/** The shadow of something that lies on a table: all around it, and longer away from the lamp. */
const lyingShadow = ({ top, ground, reach: [left, right] }: Drawing): string =>
  [64, 46, 30, 16, 7]
    .map(
      (blur, index) =>
        `<rect x="${n(left - blur + 22)}" y="${n(top - blur * 0.4 + 30)}" width="${n(right - left + 2 * blur)}" height="${n(ground - top + blur * 0.6 - 6)}" rx="${n(blur + 60)}" fill="#3a2a1a" fill-opacity="${(0.045 + index * 0.02).toFixed(3)}"/>`,
    )
    .join("");

/** How much larger a drawing is shown than it was drawn, to fill the picture. */
export const scaleOf = ({ top, ground, reach, frame = reach }: Drawing): number =>
  Math.round(1000 * Math.min(1.3, 1250 / (frame[1] - frame[0]), 1250 / (ground - top))) / 1000;

/** A drawing with its shadow. */
export const withShadow = (drawing: Drawing): string =>
  `${drawing.lying ? lyingShadow(drawing) : standingShadow(drawing.ground, ...drawing.reach)}${drawing.svg}`;

/** Where a drawing stands that is as large as the picture has room for. */
const placeOf = (drawing: Drawing): { readonly x: number; readonly y: number; readonly scale: number } => {
  const { top, ground, reach, frame = reach, lying = false } = drawing;
  const scale = scaleOf(drawing);
  const height = (ground - top) * scale;
  const floor = lying ? 810 + height / 2 : Math.min(1412, 870 + height / 2);
  // Whole pixels: the grain's tile is then copied, not computed anew for each.
  const x = Math.round(800 - ((frame[0] + frame[1]) / 2) * scale);
  const y = Math.round(floor - ground * scale);
  return { x, y, scale };
};

/** A drawing with its shadow, as large as the picture has room for. */
export const standing = (drawing: Drawing): string => {
  const { x, y, scale } = placeOf(drawing);
  return `<g transform="translate(${x} ${y}) scale(${scale})">${withShadow(drawing)}</g>`;
};

/** Where the corner that wears first is seen in such a picture: shares of its side. */
export const cornerOf = (drawing: Drawing): readonly [left: number, top: number] => {
  const { x, y, scale } = placeOf(drawing);
  const [across, down] = drawing.corner;
  return [(x + across * scale) / SIDE, (y + down * scale) / SIDE];
};

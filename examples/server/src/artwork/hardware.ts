import type { Brush } from "./Brush.ts";
import { toned } from "./colour.ts";
import { metalOf } from "./defs.ts";
import { n } from "./leather.ts";

/** A point on the way of a strap, with the way's direction in degrees. */
export interface Step {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

type Point = readonly [number, number];

/** Points at even distances along one cubic curve. */
export const along = (curve: readonly [Point, Point, Point, Point], spacing: number): ReadonlyArray<Step> => {
  const at = (t: number, axis: 0 | 1): number => {
    const s = 1 - t;
    return (
      s * s * s * curve[0][axis] +
      3 * s * s * t * curve[1][axis] +
      3 * s * t * t * curve[2][axis] +
      t * t * t * curve[3][axis]
    );
  };
  const steps: Array<Step> = [];
  let [x, y] = curve[0];
  let walked = spacing;
  for (let i = 1; i <= 600; i++) {
    const [nextX, nextY] = [at(i / 600, 0), at(i / 600, 1)];
    walked += Math.hypot(nextX - x, nextY - y);
    if (walked >= spacing) {
      steps.push({ x: nextX, y: nextY, angle: (Math.atan2(nextY - y, nextX - x) * 180) / Math.PI });
      walked -= spacing;
    }
    [x, y] = [nextX, nextY];
  }
  return steps;
};

/** A band of metal along a path. */
export const wire = (brush: Brush, path: string, width: number): string => {
  const { dark, bright } = metalOf(brush);
  return `<g fill="none" stroke-linejoin="round"><path d="${path}" stroke="#000" stroke-opacity=".28" stroke-width="${n(width)}" transform="translate(3 6)"/><path d="${path}" stroke="${dark}" stroke-width="${n(width + 3)}"/><path d="${path}" stroke="url(#metal)" stroke-width="${n(width)}"/><path d="${path}" stroke="${bright}" stroke-opacity=".85" stroke-width="${n(width * 0.22)}" transform="translate(-1.5 -2)"/></g>`;
};

const circle = (x: number, y: number, r: number): string =>
  `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 1 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 1 ${n(-2 * r)} 0Z`;

export const ring = (brush: Brush, x: number, y: number, r: number, width = 11): string =>
  wire(brush, circle(x, y, r), width);

/** A rectangle of metal, as a strap runs through it. */
export const loop = (brush: Brush, x: number, y: number, w: number, h: number, width = 9): string =>
  wire(brush, `M${n(x - w / 2)} ${n(y - h / 2)}h${n(w)}v${n(h)}h${n(-w)}Z`, width);

/** A round stud, rivet or foot. */
export const stud = (brush: Brush, x: number, y: number, r: number): string =>
  `<circle cx="${n(x + 2)}" cy="${n(y + 4)}" r="${n(r + 1)}" fill="#000" fill-opacity=".35"/><circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="url(#dome)" stroke="${metalOf(brush).dark}" stroke-width="1.5"/><circle cx="${n(x - r * 0.3)}" cy="${n(y - r * 0.35)}" r="${n(r * 0.2)}" fill="#fff" fill-opacity=".9"/>`;

/** A solid piece of metal of any outline. */
export const plate = (brush: Brush, path: string): string =>
  `<path d="${path}" fill="#000" fill-opacity=".35" transform="translate(3 7)"/><path d="${path}" fill="url(#metal)" stroke="${metalOf(brush).dark}" stroke-width="2.5" stroke-linejoin="round"/><path d="${path}" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="2" transform="translate(1.5 2)"/>`;

/** Links of a chain along one curve. */
export const chain = (brush: Brush, curve: readonly [Point, Point, Point, Point], size = 17): string => {
  const { dark } = metalOf(brush);
  return along(curve, size * 1.52)
    .map(({ x, y, angle }, index) => {
      const place = `transform="translate(${n(x)} ${n(y)}) rotate(${n(angle)})"`;
      return index % 2 === 0
        ? `<g ${place} fill="none"><ellipse rx="${size}" ry="${n(size * 0.68)}" stroke="${dark}" stroke-width="${n(size * 0.5)}"/><ellipse rx="${size}" ry="${n(size * 0.68)}" stroke="url(#metal)" stroke-width="${n(size * 0.36)}"/><path d="M${-size * 0.6} ${n(-size * 0.62)}q${n(size * 0.6)} ${n(-size * 0.2)} ${n(size * 1.2)} 0" stroke="#fff" stroke-opacity=".8" stroke-width="2"/></g>`
        : `<g ${place}><rect x="${n(-size)}" y="${n(-size * 0.23)}" width="${size * 2}" height="${n(size * 0.46)}" rx="${n(size * 0.23)}" fill="url(#metalDown)" stroke="${dark}" stroke-width="1.5"/></g>`;
    })
    .join("");
};

/** A closed zip along a path, on its tape. */
export const zip = (brush: Brush, path: string, width = 30): string => {
  const { dark, mid, bright } = metalOf(brush);
  return `<g fill="none"><path d="${path}" stroke="${toned(brush.trim, -0.62)}" stroke-width="${width}"/><path d="${path}" stroke="${toned(brush.trim, -0.4)}" stroke-width="${n(width * 0.84)}"/><path d="${path}" stroke="${dark}" stroke-width="${n(width * 0.46)}"/><path d="${path}" stroke="${mid}" stroke-width="${n(width * 0.42)}" stroke-dasharray="4.5 3.5"/><path d="${path}" stroke="${bright}" stroke-opacity=".65" stroke-width="${n(width * 0.12)}" stroke-dasharray="4.5 3.5" transform="translate(-1 -2)"/><path d="${path}" stroke="#000" stroke-opacity=".4" stroke-width="2"/></g>`;
};

/** A zip's slider, with a pull of leather that hangs or lies in a direction (degrees; 90 hangs down). */
export const slider = (brush: Brush, x: number, y: number, angle = 90, length = 96): string =>
  `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(angle)})">${plate(brush, "M-20-13Q0-19 22-11V11Q0 19-20 13Z")}${wire(brush, `M14-8h26v16H14Z`, 5)}<path d="M36-13H${length}Q${length + 16} 0 ${length} 13H36Z" fill="#000" fill-opacity=".3" transform="translate(4 5)"/><path d="M36-13H${length}Q${length + 16} 0 ${length} 13H36Z" fill="${toned(brush.trim, -0.12)}" stroke="${toned(brush.trim, -0.62)}" stroke-width="2.5"/><path d="M42-8H${length - 2}M42 8H${length - 2}" stroke="${brush.thread}" stroke-width="2.4" stroke-dasharray="7 5"/>${stud(brush, length - 8, 0, 5)}</g>`;

/** The house's emblem: a leaf in a ring, of metal. */
export const emblem = (brush: Brush, x: number, y: number, size: number): string => {
  const leaf = "M0 27C-17 14-17-10 0-27C17-10 17 14 0 27Z";
  const vein =
    '<path d="M0 25V-14M0 12L8 3M0 12L-8 3M0 0L7-8M0 0L-7-8" stroke="#000" stroke-opacity=".4" stroke-width="2" fill="none"/>';
  return `${ring(brush, x, y, size, size * 0.17)}<g transform="translate(${n(x)} ${n(y)}) rotate(38) scale(${n(size / 36)})">${plate(brush, leaf)}${vein}</g>`;
};

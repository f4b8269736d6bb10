import type { Brush } from "../Brush.ts";
import { toned } from "../colour.ts";
import { ring, stud, wire } from "../hardware.ts";
import { n, strap } from "../leather.ts";

/** A tassel on a short cord. */
export const tassel = (brush: Brush, x: number, y: number, size = 1): string => {
  const strands = Array.from({ length: 13 }, (_, index) => {
    const spread = (index - 6) / 6;
    const sway = brush.random.between(-4, 4);
    const tone = -0.3 + 0.32 * brush.random.next();
    return `<path d="M${n(spread * 15)} 62Q${n(spread * 26)} 120 ${n(spread * 33 + sway)} ${n(188 - Math.abs(spread) * 9)}" stroke="${toned(brush.trim, tone)}" stroke-width="6.5"/>`;
  }).join("");
  return `<g transform="translate(${n(x)} ${n(y)}) scale(${n(size)})"><path d="M-30 66L-40 190Q0 206 44 192L32 66Z" fill="#000" fill-opacity=".26" transform="translate(9 9)"/><path d="M0 0V40" stroke="${toned(brush.trim, -0.3)}" stroke-width="7"/><g fill="none" stroke-linecap="round">${strands}</g><path d="M-20 36Q0 26 20 36L19 74Q0 82-19 74Z" fill="${brush.trim}" stroke="${toned(brush.trim, -0.55)}" stroke-width="2.5"/><path d="M-20 36Q0 26 20 36L19 74Q0 82-19 74Z" fill="url(#across)"/><path d="M-20 62Q0 70 20 62" fill="none" stroke="url(#metalDown)" stroke-width="7"/></g>`;
};

/** A disc of leather and a key-shaped tag, on a strap. */
export const hangTagCharm = (brush: Brush, x: number, y: number): string =>
  `${strap(brush, `M${n(x)} ${n(y)}Q${n(x - 14)} ${n(y + 60)} ${n(x - 4)} ${n(y + 112)}`, 13)}<g transform="translate(${n(x - 4)} ${n(y + 160)})"><circle r="50" cx="6" cy="9" fill="#000" fill-opacity=".3"/><circle r="50" fill="${toned(brush.trim, -0.08)}" stroke="${toned(brush.trim, -0.6)}" stroke-width="3"/><circle r="50" fill="url(#sheen)"/><circle r="42" fill="none" stroke="${brush.thread}" stroke-width="3" stroke-dasharray="8 6"/></g>${ring(brush, x - 13, y + 160, 15, 5)}${ring(brush, x + 7, y + 160, 15, 5)}${stud(brush, x - 4, y + 120, 6)}`;

/** A padlock with its keys left at home. */
export const padlock = (brush: Brush, x: number, y: number): string =>
  `${wire(brush, `M${n(x - 15)} ${n(y + 34)}V${n(y + 12)}A15 15 0 0 1 ${n(x + 15)} ${n(y + 12)}V${n(y + 34)}`, 7)}<g transform="translate(${n(x)} ${n(y + 32)})"><rect x="-25" y="3" width="52" height="46" rx="7" fill="#000" fill-opacity=".35"/><rect x="-27" width="54" height="46" rx="7" fill="url(#metal)" stroke="#0005" stroke-width="2"/><rect x="-21" y="6" width="42" height="34" rx="4" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="1.6"/><circle cy="20" r="5" fill="#2a2118"/><path d="M-2.5 20h5l2 13h-9Z" fill="#2a2118"/></g>`;

import type { Brush } from "./Brush.ts";
import type { Drawing } from "./bags/Drawing.ts";
import { ring } from "./hardware.ts";
import { n } from "./leather.ts";
import { withShadow } from "./scene.ts";

const bars = (brush: Brush): string => {
  let x = -112;
  let drawn = "";
  while (x < 108) {
    const width = 2 + Math.floor(brush.random.next() * 4) * 2;
    drawn += `<rect x="${x}" y="330" width="${width}" height="86"/>`;
    x += width + 3 + Math.floor(brush.random.next() * 3) * 2;
  }
  return `<g fill="#2b2622">${drawn}</g>`;
};

const line = (y: number, width: number, height = 9): string =>
  `<rect x="${-width / 2}" y="${y}" width="${width}" height="${height}" rx="${height / 2}"/>`;

const card = `M-150-40Q-150-62-128-62H-96L-60-104H60L96-62H128Q150-62 150-40V440Q150 462 128 462H-128Q-150 462-150 440Z`;

/** How near the tag's photo is taken. */
export const TAG_ZOOM = 1.55;

/** The price tag, still tied to the piece. */
export const tagged = (brush: Brush, drawing: Drawing): string => {
  const [x, y] = drawing.tie;
  const zoom = TAG_ZOOM;
  const tilt = brush.random.between(-7, 5);
  const placed = withShadow(drawing);
  const whole = `<g transform="translate(${Math.round(560 - x * zoom)} ${Math.round(430 - y * zoom)}) scale(${zoom})">${placed}</g>`;
  const string = `M560 436C600 520 740 520 830 626M560 436C570 560 720 600 830 626`;
  const tag = `<g transform="translate(836 690) rotate(${n(tilt)}) scale(1.24)"><path d="${card}" fill="#2a1c10" fill-opacity=".14" transform="translate(20 30)"/><path d="${card}" fill="#2a1c10" fill-opacity=".2" transform="translate(9 13)"/><path d="${card}" fill="#f8f4ec" stroke="#d9cfc0" stroke-width="2"/><path d="${card}" fill="url(#down)" opacity=".35"/>${ring(brush, 0, -66, 15, 6)}<circle cy="-66" r="9" fill="#6a5c4c"/><g fill="none" stroke="#2b2622" stroke-width="5" stroke-linecap="round" transform="translate(0 66) scale(1.5)"><path d="M0 20C-20 14-22-8-10-16C-2-8 2 6 0 20ZM0 20C20 14 22-8 10-16C2-8-2 6 0 20Z"/><circle cy="-25" r="4.5"/></g><g fill="#2b2622">${line(138, 170, 12)}</g><g fill="#8f8474">${line(176, 214)}${line(200, 190)}${line(224, 120)}</g><path d="M-124 262H124" stroke="#b9ad9c" stroke-width="2" stroke-dasharray="7 7"/><g fill="#2b2622">${line(284, 96, 20)}</g>${bars(brush)}</g>`;
  return `${whole}<g fill="none" stroke-linecap="round"><path d="${string}" stroke="#000" stroke-opacity=".22" stroke-width="7" transform="translate(6 12)"/><path d="${string}" stroke="#5b4a38" stroke-width="6"/><path d="${string}" stroke="#a58d6c" stroke-width="3" stroke-dasharray="5 4"/></g>${tag}`;
};

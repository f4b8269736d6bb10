import type { Brush } from "./Brush.ts";
import type { Drawing } from "./bags/Drawing.ts";
import { lightnessOf, toned } from "./colour.ts";
import { n } from "./leather.ts";
import { withShadow } from "./scene.ts";

/** What years leave on a corner: rubbed colour, fine scratches, a darker crease. */
const wear = (brush: Brush, x: number, y: number): string => {
  const { random } = brush;
  const bare = toned(brush.hide, lightnessOf(brush.hide) < 0.45 ? 0.42 : -0.42);
  const rubbed = Array.from({ length: 26 }, () => {
    const angle = random.between(0, Math.PI * 2);
    const far = random.between(0, 1) ** 0.7;
    const size = random.between(2, 9) * (1.2 - far);
    return `<ellipse cx="${n(x - 6 + Math.cos(angle) * far * 44)}" cy="${n(y + 34 + Math.sin(angle) * far * 24)}" rx="${n(size * 1.8)}" ry="${n(size)}" transform="rotate(${n(random.between(-40, 10))} ${n(x)} ${n(y)})" fill="${bare}" fill-opacity="${n(random.between(0.2, 0.44))}"/>`;
  }).join("");
  const scratches = Array.from({ length: 11 }, () => {
    const [sx, sy] = [x + random.between(-10, 150), y + random.between(-130, 30)];
    const [dx, dy] = [random.between(18, 74), random.between(-26, 14)];
    return `<path d="M${n(sx)} ${n(sy)}q${n(dx / 2)} ${n(dy - 3)} ${n(dx)} ${n(dy)}" stroke="${bare}" stroke-opacity="${n(random.between(0.3, 0.7))}" stroke-width="${n(random.between(0.7, 1.7))}" fill="none" stroke-linecap="round"/>`;
  }).join("");
  return rubbed + scratches;
};

/** A corner from near by, with the wear that a description speaks of. */
export const closeUp = (brush: Brush, drawing: Drawing): string => {
  const [x, y] = drawing.corner;
  const zoom = 2.7;
  const worn: Drawing = { ...drawing, svg: drawing.svg + wear(brush, x, y) };
  const placed = withShadow(worn);
  return `<g transform="translate(${Math.round(620 - x * zoom)} ${Math.round(960 - y * zoom)}) scale(${zoom})">${placed}</g>`;
};

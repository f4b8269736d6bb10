import type { Brush } from "./Brush.ts";
import { toned } from "./colour.ts";

/** Number as short as a path needs it. */
export const n = (value: number): string => `${Math.round(value * 10) / 10}`;

export interface PanelLook {
  /** Darker or lighter than the rest, from -1 to 1. */
  readonly tone?: number;
  /** Of the trim's leather, not of the panels'. */
  readonly trim?: boolean;
  readonly quilted?: boolean;
  /** Where the seam runs. */
  readonly seam?: string;
  /** How far the edge rolls away from the light, in pixels. */
  readonly roll?: number;
  readonly shadow?: boolean;
}

const rolls = [1, 0.72, 0.48, 0.28, 0.14] as const;
const fewRolls = [1, 0.5, 0.25] as const;

/** A row of stitches along a path, each lying a little in the leather. */
export const stitches = (brush: Brush, path: string): string =>
  `<g fill="none" stroke-linecap="round" stroke-dasharray="10.5 7.5"><path d="${path}" stroke="#000" stroke-opacity=".5" stroke-width="5.5" transform="translate(.8 2)"/><path d="${path}" stroke="${brush.thread}" stroke-width="3.6"/></g>`;

/** A crease or seam: a dark line with a lit one below. */
export const crease = (path: string, depth = 0.5): string =>
  `<g fill="none" stroke-linecap="round"><path d="${path}" stroke="#fff" stroke-opacity="${n(depth * 0.3)}" stroke-width="3" transform="translate(1 3)"/><path d="${path}" stroke="#000" stroke-opacity="${n(depth)}" stroke-width="3.5"/></g>`;

/** A piece of leather: colour, grain, light across and down it, rolled edges and its painted rim. */
export const panel = (brush: Brush, path: string, look: PanelLook = {}): string => {
  const { tone = 0, trim = false, quilted = false, seam, roll = 46, shadow = false } = look;
  const clip = brush.name();
  const colour = toned(trim ? brush.trim : brush.hide, tone);
  // Small parts show no grain, and each use of the tile costs as much as a large panel's.
  const small = roll < 20;
  const fill = (paint: string): string => `<path d="${path}" fill="${paint}"/>`;
  const rolled = (small ? fewRolls : rolls)
    .map(
      (share) =>
        `<path d="${path}" stroke="${brush.shade}" stroke-opacity="${(0.075 * brush.weight).toFixed(3)}" stroke-width="${n(roll * share * 2)}"/>`,
    )
    .join("");
  return `${
    shadow
      ? `<g fill="#000"><path d="${path}" fill-opacity=".16" transform="translate(5 12)"/><path d="${path}" fill-opacity=".14" transform="translate(3 6)"/></g>`
      : ""
  }<clipPath id="${clip}"><path d="${path}"/></clipPath>${fill(colour)}${
    brush.piece.material === "signature" && !trim ? fill("url(#monogram)") : ""
  }${small ? "" : fill("url(#grain)")}${quilted ? fill("url(#quilt)") : ""}<g clip-path="url(#${clip})" fill="none">${rolled}<path d="${path}" stroke="#fff" stroke-opacity=".2" stroke-width="7" transform="translate(3 4)"/></g>${fill("url(#across)")}${fill("url(#down)")}${fill("url(#sheen)")}<path d="${path}" fill="none" stroke="${toned(colour, -0.62)}" stroke-width="3.5" stroke-linejoin="round"/>${seam === undefined ? "" : stitches(brush, seam)}`;
};

/** A strap or handle along a path: its width, rounded or flat, stitched along both edges if flat. */
export const strap = (
  brush: Brush,
  path: string,
  width: number,
  {
    tone = 0,
    rolled = false,
    flat = false,
  }: { readonly tone?: number; readonly rolled?: boolean; readonly flat?: boolean } = {},
): string => {
  const colour = toned(brush.trim, tone);
  const line = (paint: string, wide: number, more = ""): string =>
    `<path d="${path}" stroke="${paint}" stroke-width="${n(wide)}" ${more}/>`;
  const seams =
    flat && width > 22
      ? line(brush.thread, width * 0.76, 'stroke-dasharray="10.5 7.5"') + line(colour, width * 0.76 - 7)
      : "";
  const round = rolled
    ? line("#000", width * 0.98, 'stroke-opacity=".3"') +
      line(colour, width * 0.74) +
      line("#fff", width * 0.42, 'stroke-opacity=".1" transform="translate(-3 -3)"') +
      line("#fff", width * 0.16, 'stroke-opacity=".3" transform="translate(-5 -5)"')
    : line(
        "#fff",
        width * 0.2,
        `stroke-opacity=".16" transform="translate(-${n(width * 0.16)} -${n(width * 0.16)})"`,
      );
  return `<g fill="none" stroke-linecap="butt" stroke-linejoin="round">${line("#000", width + 2, 'stroke-opacity=".2" transform="translate(5 9)"')}${line(toned(colour, -0.6), width + 5)}${line(colour, width)}${seams}${round}${width < 32 ? "" : line("url(#grain)", width)}</g>`;
};

import type { Brush } from "./Brush.ts";
import { lightnessOf, toned } from "./colour.ts";
import { GRAIN_SIDE, grainOf } from "./grain.ts";

const metals = {
  gold: ["#6b4a17", "#f6e2a4", "#bd9038", "#fff4cf", "#8f6720", "#dcb560"],
  silver: ["#565a60", "#f3f5f7", "#a3a8ae", "#ffffff", "#757a81", "#cfd3d8"],
} as const;

const stops = (colours: ReadonlyArray<string>): string =>
  colours
    .map(
      (colour, index) =>
        `<stop offset="${(index / (colours.length - 1)).toFixed(2)}" stop-color="${colour}"/>`,
    )
    .join("");

/** An ornament of our own: a sprig of two leaves under a ring, and a bar between. */
const monogram = (brush: Brush): string => {
  const ink = toned(brush.hide, lightnessOf(brush.hide) > 0.4 ? -0.38 : 0.34);
  const sprig = `<g fill="none" stroke="${ink}" stroke-width="4" stroke-linecap="round"><path d="M0 20C-20 14-22-8-10-16C-2-8 2 6 0 20ZM0 20C20 14 22-8 10-16C2-8-2 6 0 20Z"/><circle cy="-25" r="4.5"/></g>`;
  const bar = `<g fill="none" stroke="${ink}" stroke-width="3.5" stroke-linecap="round"><path d="M0-13L9 0L0 13L-9 0Z"/><path d="M-20 0H-14M14 0H20"/></g>`;
  return `<pattern id="monogram" width="104" height="104" patternUnits="userSpaceOnUse" patternTransform="translate(8 14)"><g opacity=".8"><g transform="translate(26 28)">${sprig}</g><g transform="translate(78 80)">${sprig}</g><g transform="translate(78 28)">${bar}</g><g transform="translate(26 80)">${bar}</g></g></pattern>`;
};

const quilting = (brush: Brush): string =>
  `<radialGradient id="puff" cx=".42" cy=".36" r=".62"><stop offset="0" stop-color="#fff" stop-opacity=".2"/><stop offset=".5" stop-color="#fff" stop-opacity=".03"/><stop offset="1" stop-color="#000" stop-opacity=".36"/></radialGradient>
<pattern id="quilt" width="120" height="120" patternUnits="userSpaceOnUse" patternTransform="translate(800 700)"><g fill="url(#puff)"><path d="M60 0L120 60L60 120L0 60Z"/><path d="M0-60L60 0L0 60L-60 0Z"/><path d="M120-60L180 0L120 60L60 0Z"/><path d="M0 60L60 120L0 180L-60 120Z"/><path d="M120 60L180 120L120 180L60 120Z"/></g><g fill="none" stroke="#000" stroke-opacity=".42" stroke-width="4"><path d="M60 0L120 60L60 120L0 60Z"/></g><g fill="none" stroke="${brush.thread}" stroke-opacity=".55" stroke-width="3" stroke-dasharray="9 6"><path d="M60 0L120 60L60 120L0 60Z"/></g></pattern>`;

/**
 * Gradients and patterns that the parts of a picture refer to by name. The grain keeps its size when the drawing is
 * shown larger, which spares its computing: half of the time a picture takes.
 */
export const definitions = (brush: Brush, shownAt = 1): string => {
  const metal = metals[brush.piece.hardware];
  const gloss = brush.piece.material === "suede" ? 0.25 : brush.piece.material === "smooth" ? 1.35 : 1;
  const dim = (opacity: number): string =>
    `stop-color="${brush.shade}" stop-opacity="${(opacity * brush.weight).toFixed(3)}"`;
  const lit = (opacity: number): string => (opacity * gloss).toFixed(3);
  return `<pattern id="grain" width="${GRAIN_SIDE}" height="${GRAIN_SIDE}" patternUnits="userSpaceOnUse" patternTransform="scale(${1 / shownAt})"><image opacity="${brush.weight}" width="${GRAIN_SIDE}" height="${GRAIN_SIDE}" href="${grainOf(brush.piece.material)}"/></pattern>
<linearGradient id="across"><stop offset="0" ${dim(0.26)}/><stop offset=".1" ${dim(0.05)}/><stop offset=".3" stop-color="#fff" stop-opacity="${lit(0.13)}"/><stop offset=".56" stop-color="#fff" stop-opacity="0"/><stop offset=".86" ${dim(0.14)}/><stop offset="1" ${dim(0.4)}/></linearGradient>
<linearGradient id="down" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="${lit(0.16)}"/><stop offset=".3" stop-color="#fff" stop-opacity="${lit(0.03)}"/><stop offset=".62" ${dim(0.03)}/><stop offset="1" ${dim(0.34)}/></linearGradient>
<radialGradient id="sheen" cx=".33" cy=".26" r=".55"><stop offset="0" stop-color="#fff" stop-opacity="${lit(0.22)}"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
<linearGradient id="metal" x2="1" y2="1">${stops(metal)}</linearGradient>
<linearGradient id="metalDown" x2="0" y2="1">${stops(metal)}</linearGradient>
<radialGradient id="dome" cx=".36" cy=".3" r=".8"><stop offset="0" stop-color="${metal[3]}"/><stop offset=".45" stop-color="${metal[5]}"/><stop offset="1" stop-color="${metal[0]}"/></radialGradient>
<linearGradient id="cave" x2="0" y2="1"><stop offset="0" stop-color="#000" stop-opacity=".15"/><stop offset="1" stop-color="#000" stop-opacity=".72"/></linearGradient>
${brush.piece.material === "signature" ? monogram(brush) : ""}${quilting(brush)}`;
};

/** The darkest and lightest of the metal, for outlines and glints. */
export const metalOf = (
  brush: Brush,
): { readonly dark: string; readonly bright: string; readonly mid: string } => {
  const [dark, , mid, bright] = metals[brush.piece.hardware];
  return { dark, bright, mid };
};

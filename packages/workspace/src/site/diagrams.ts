import { createHash } from "node:crypto";
import { renderMermaidSVG } from "beautiful-mermaid";

/** A diagram drawn in both looks of the site; the names tell them apart by what is drawn. */
export interface Drawn {
  readonly light: string;
  readonly dark: string;
  /** By name: what is served under `/diagrams/`. */
  readonly files: ReadonlyMap<string, string>;
}

const looks = {
  light: { bg: "#ffffff", fg: "#1f2328", accent: "#7a4f12", line: "#6b7280" },
  dark: { bg: "#1b1b1f", fg: "#e6e6e9", accent: "#d6ac73", line: "#9aa0aa" },
} as const;

/** The library asks a stranger's server for its font: the reader's own system has one. */
const withoutFonts = (svg: string): string =>
  svg.replace(/@import url\([^)]*\);/g, "").replaceAll("'Inter'", "system-ui");

/** Draws what stands in a `mermaid` block, while the site is built: no script is sent for it. */
export const drawn = (diagram: string): Drawn => {
  const name = createHash("sha256").update(diagram).digest("hex").slice(0, 12);
  const files = Object.entries(looks).map(([look, colours]) => {
    const svg = withoutFonts(renderMermaidSVG(diagram, { ...colours, transparent: true, font: "system-ui" }));
    return [`${name}-${look}.svg`, svg] as const;
  });
  return { light: `${name}-light.svg`, dark: `${name}-dark.svg`, files: new Map(files) };
};

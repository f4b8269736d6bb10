import { type ColourName, colours } from "./Piece.ts";

type Rgb = readonly [number, number, number];

const parse = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

const isName = (colour: string): colour is ColourName => Object.hasOwn(colours, colour);

/** The `#rrggbb` of a colour's name, or of itself. */
export const hexOf = (colour: string): string => {
  if (isName(colour)) return colours[colour];
  if (/^#[0-9a-f]{6}$/i.test(colour)) return colour;
  throw new RangeError(`not a colour that is drawn: ${colour}`);
};

/** A colour between two: `share` 0 is the first, 1 the second. */
export const mix = (one: string, other: string, share: number): string => {
  const [a, b] = [parse(one), parse(other)];
  const channel = (index: 0 | 1 | 2): string =>
    Math.round(a[index] + (b[index] - a[index]) * share)
      .toString(16)
      .padStart(2, "0");
  return `#${channel(0)}${channel(1)}${channel(2)}`;
};

/** Darker for a negative tone, lighter for a positive one; -1 is nearly black, 1 white. */
export const toned = (colour: string, tone: number): string =>
  tone < 0 ? mix(colour, "#0c0806", -tone) : mix(colour, "#fffaf2", tone);

/** How light a colour looks, from 0 to 1. */
export const lightnessOf = (colour: string): number => {
  const [red, green, blue] = parse(colour);
  return (0.3 * red + 0.59 * green + 0.11 * blue) / 255;
};

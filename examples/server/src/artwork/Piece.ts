export { type Kind, kinds, type Material, materials, type Piece, type Shot, shots } from "@resale/seed";

/** Colours a catalogue names, as they look in leather. */
export const colours = {
  Black: "#26242a",
  Brown: "#5a3a28",
  Luggage: "#a9683a",
  Vanilla: "#e8dcc6",
  Navy: "#27324f",
  Crimson: "#9c2231",
  Blush: "#dcaba3",
  Olive: "#646346",
  "Pearl Grey": "#b5b1ab",
  Emerald: "#1f5d4c",
  Mulberry: "#6e2a4d",
  "Optic White": "#f1eeea",
  Sky: "#93b2c9",
  Marigold: "#d99a35",
} as const;
export type ColourName = keyof typeof colours;

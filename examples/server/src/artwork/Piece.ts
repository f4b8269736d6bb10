/** The forms that are drawn. */
export const kinds = [
  "tote",
  "satchel",
  "crossbody",
  "shoulder",
  "clutch",
  "backpack",
  "bucket",
  "wallet",
  "cardCase",
  "wristlet",
] as const;
export type Kind = (typeof kinds)[number];

export const materials = ["pebbled", "smooth", "saffiano", "signature", "suede"] as const;
export type Material = (typeof materials)[number];

export const shots = ["Front", "Back", "Inside", "Tag", "CloseUp"] as const;
export type Shot = (typeof shots)[number];

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

/** One piece, with all that its pictures depend on: the same piece is drawn the same, byte for byte. */
export interface Piece {
  readonly kind: Kind;
  /** One of {@link colours}, or `#rrggbb`. */
  readonly colour: string;
  readonly material: Material;
  readonly hardware: "gold" | "silver";
  readonly seed: number;
}

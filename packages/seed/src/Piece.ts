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

/** One piece, with all that its pictures depend on: the same piece is drawn the same, byte for byte. */
export interface Piece {
  readonly kind: Kind;
  /** By its name in the catalogue, or `#rrggbb`. */
  readonly colour: string;
  readonly material: Material;
  readonly hardware: "gold" | "silver";
  readonly seed: number;
}

import type { Kind, Material, Piece } from "./Piece.ts";

/** One line of what the brand once sold, and how it is drawn. */
export interface CatalogueItem {
  readonly sku: string;
  readonly name: string;
  readonly category: "Handbags" | "SmallLeatherGoods";
  readonly kind: Kind;
  readonly material: Material;
  /** Original price, in cents. */
  readonly msrp: number;
  readonly colours: ReadonlyArray<string>;
  readonly hardware: "gold" | "silver";
  readonly collection?: string;
}

const bag = (
  sku: string,
  name: string,
  kind: Kind,
  material: Material,
  dollars: number,
  colours: ReadonlyArray<string>,
  more: { readonly hardware?: "gold" | "silver"; readonly collection?: string } = {},
): CatalogueItem => ({
  sku,
  name,
  category: "Handbags",
  kind,
  material,
  msrp: dollars * 100,
  colours,
  hardware: "gold",
  ...more,
});

const small = (...given: Parameters<typeof bag>): CatalogueItem => ({
  ...bag(...given),
  category: "SmallLeatherGoods",
});

/** Names of our own for a believable range. */
export const items: ReadonlyArray<CatalogueItem> = [
  bag("TT-1001", "Amelia Medium Pebbled Leather Tote", "tote", "pebbled", 298, ["Black", "Luggage", "Navy"]),
  bag("TT-1002", "Amelia Large Signature Tote", "tote", "signature", 328, ["Brown", "Vanilla"]),
  bag("TT-1003", "Rivington Saffiano Top-Zip Tote", "tote", "saffiano", 278, [
    "Crimson",
    "Pearl Grey",
    "Optic White",
  ]),
  bag("ST-2001", "Carlisle Small Leather Satchel", "satchel", "smooth", 358, ["Black", "Emerald"]),
  bag("ST-2002", "Carlisle Medium Satchel", "satchel", "pebbled", 398, ["Luggage", "Mulberry"], {
    hardware: "silver",
  }),
  bag("ST-2003", "Hudson Signature Satchel", "satchel", "signature", 378, ["Brown"], { collection: "Core" }),
  bag("CB-3001", "Sloane Small Crossbody", "crossbody", "pebbled", 198, ["Blush", "Black", "Marigold"]),
  bag("CB-3002", "Sloane Quilted Crossbody", "crossbody", "smooth", 228, ["Optic White", "Navy"]),
  bag("CB-3003", "Prince Camera Bag", "crossbody", "saffiano", 178, ["Sky", "Crimson"], {
    hardware: "silver",
  }),
  bag("SH-4001", "Greta Chain Shoulder Bag", "shoulder", "smooth", 348, ["Black", "Vanilla"]),
  bag("SH-4002", "Greta Suede Shoulder Bag", "shoulder", "suede", 368, ["Olive", "Luggage"]),
  bag("SH-4003", "Perry Signature Shoulder Bag", "shoulder", "signature", 298, ["Vanilla"]),
  bag("CL-5001", "Odette Evening Clutch", "clutch", "smooth", 168, ["Emerald", "Black"]),
  bag("CL-5002", "Odette Suede Clutch", "clutch", "suede", 188, ["Mulberry"]),
  bag("BP-6001", "Marlow Medium Backpack", "backpack", "pebbled", 328, ["Black", "Olive"]),
  bag("BP-6002", "Marlow Signature Backpack", "backpack", "signature", 358, ["Brown"], {
    collection: "Current",
  }),
  bag("BK-7001", "Thea Leather Bucket Bag", "bucket", "pebbled", 298, ["Luggage", "Pearl Grey"]),
  bag("BK-7002", "Thea Small Bucket Bag", "bucket", "suede", 258, ["Blush", "Navy"]),
  small("WL-8001", "Continental Zip Wallet", "wallet", "saffiano", 148, ["Black", "Crimson", "Navy"]),
  small("WL-8002", "Signature Trifold Wallet", "wallet", "signature", 128, ["Brown"]),
  small("CC-8101", "Slim Card Case", "cardCase", "smooth", 58, ["Blush", "Emerald", "Marigold"]),
  small("WR-8201", "Travel Wristlet", "wristlet", "pebbled", 98, ["Luggage", "Sky"]),
];

/** A number that a text always gives: what a piece looks like in its details follows from it. */
export const seedOf = (text: string): number => {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return hash;
};

/** How one piece of a line is drawn. */
export const drawingOf = (
  { kind, material, hardware }: CatalogueItem,
  colour: string,
  key: string,
): Piece => ({
  kind,
  material,
  hardware,
  colour,
  seed: seedOf(key),
});

/** How many pieces of one line in one colour look different in their details. */
const LOOKS = 4;

/** One of the range: a line in one of its colours. */
export interface Choice {
  readonly item: CatalogueItem;
  readonly colour: string;
}

/** Every line in each of its colours. */
export const range: ReadonlyArray<Choice> = items.flatMap((item) =>
  item.colours.map((colour) => ({ item, colour })),
);

/** How the so-and-so-many'th piece of one choice is drawn. */
export const lookOf = ({ item, colour }: Choice, number: number): Piece =>
  drawingOf(item, colour, `${item.sku} ${colour} ${number % LOOKS}`);

/** Every piece whose pictures may be asked for. */
export const looks: ReadonlyArray<Piece> = range.flatMap((choice) =>
  Array.from({ length: LOOKS }, (_, number) => lookOf(choice, number)),
);

import {
  type Cents,
  type Details,
  GradeKey,
  type Instant,
  type ListingPhoto,
  type Member,
  type Product,
  type Program,
  type PurchaseLine,
  PurchaseLineId,
  plus,
  preLoved,
  recommend,
  type UnitId,
} from "@resale/core";
import type { Piece, Shot } from "./Piece.ts";
import { members } from "./people.ts";
import { photoOf } from "./photoOf.ts";
import { type CatalogueItem, type Choice, items, lookOf, range, seedOf } from "./pieces.ts";
import { wornAt } from "./wornAt.ts";

const MONTH = 30 * 86_400_000;

/** One piece of the catalogue: who sells it, what is said of it, and how far it has come. */
export interface PlannedListing {
  readonly key: string;
  readonly seller: Member | undefined;
  readonly line: PurchaseLine;
  readonly unit: UnitId;
  readonly details: Details;
  readonly fate: "Live" | "Submitted" | "ChangesRequested";
}

const descriptions = {
  NewWithTags: [
    "A present that never left its dust bag. All tags attached.",
    "Bought twice by mistake. Never carried, tags on.",
  ],
  Excellent: [
    "Carried a handful of times and kept in its dust bag. Corners and lining are clean.",
    "My office bag for one season. Leather supple, hardware bright, one faint line on the base.",
  ],
  Good: [
    "Well loved and still lovely. Corners show wear, the strap has softened.",
    "A few years of weekends. Light scratches on the hardware, lining clean.",
  ],
} as const;
type Grade = keyof typeof descriptions;
const grades: ReadonlyArray<Grade> = ["Excellent", "Good", "Excellent", "NewWithTags"];

const productOf = (item: CatalogueItem, colour: string): Product => {
  const product = {
    sku: `${item.sku}-${colour.slice(0, 3).toUpperCase()}`,
    name: item.name,
    category: item.category,
    colour,
    material: item.material.slice(0, 1).toUpperCase() + item.material.slice(1),
    ownBrand: true,
    msrp: item.msrp as Cents,
  };
  return item.collection === undefined ? product : { ...product, collection: item.collection };
};

/** One of the line, bought at that time. */
export const purchaseOf = (
  item: CatalogueItem,
  colour: string,
  key: string,
  boughtAt: Instant,
): PurchaseLine => {
  const online = seedOf(key) % 3 !== 0;
  return {
    id: PurchaseLineId.make(`line-${key}`),
    product: productOf(item, colour),
    quantity: 1,
    refunded: 0,
    // What was paid is often less than the original price.
    paid: Math.round((item.msrp * (70 + (seedOf(`${key}paid`) % 31))) / 100) as Cents,
    purchasedAt: boughtAt,
    channel: online ? { _tag: "Online" } : { _tag: "Store", store: "Fifth Avenue, New York" },
  };
};

const photosOf = (piece: Piece, grade: Grade, program: Program): ReadonlyArray<ListingPhoto> => {
  const shots: ReadonlyArray<Shot> = ["Front", "Back", "Inside"];
  const asked = program.photos.required.map(({ key }, index): ListingPhoto => {
    const shot = shots.find((one) => one === key) ?? shots[index % shots.length] ?? "Front";
    return { photo: photoOf(piece, shot), shows: { _tag: "Shot", key } };
  });
  const tag: ReadonlyArray<ListingPhoto> =
    grade === "NewWithTags" ? [{ photo: photoOf(piece, "Tag"), shows: { _tag: "Tag" } }] : [];
  const worn: ReadonlyArray<ListingPhoto> =
    grade === "Good"
      ? [{ photo: photoOf(piece, "CloseUp"), shows: { _tag: "Imperfection", key: "corner" } }]
      : [];
  return [...asked, ...tag, ...worn];
};

const detailsOf = (piece: Piece, key: string, grade: Grade, line: PurchaseLine, now: Instant): Details => {
  const told = descriptions[grade];
  const gradeKey = GradeKey.make(grade);
  const { purchasedAt, product } = line;
  const advice =
    recommend(preLoved, { msrp: product.msrp, grade: gradeKey, purchasedAt }, now)?.price ?? product.msrp;
  // Sellers ask round prices near the recommended one.
  const asked = Math.max(500, Math.round((advice * (92 + (seedOf(`${key}ask`) % 17))) / 100 / 500) * 500);
  return {
    photos: photosOf(piece, grade, preLoved),
    imperfections:
      grade === "Good"
        ? [
            {
              key: "corner",
              text: "Scuffed corner at the base",
              at: wornAt(piece.kind, photoOf(piece, "Front")),
            },
          ]
        : [],
    grade: gradeKey,
    description: told[seedOf(key) % told.length] ?? told[0],
    price: asked as Cents,
  };
};

const fateOf = (index: number): PlannedListing["fate"] => {
  if (index % 15 === 7) return "Submitted";
  return index % 60 === 23 ? "ChangesRequested" : "Live";
};

/** Each so-and-so-many'th piece is of the brand's own stock (R17). */
const OWN_STOCK = 8;

/** Range and stride have no common factor: each choice comes once before any comes again. */
const STRIDE = 17;

/** A believable catalogue: the same whenever it is planned, but for the time it counts from. */
export const plan = (now: Instant, batch: string, listings: number): ReadonlyArray<PlannedListing> => {
  const sellers = members.filter(
    ({ membership, address }) => membership === "Active" && address?.country === "US",
  );
  return Array.from({ length: listings }, (_, index): PlannedListing => {
    const chosen = range[(index * STRIDE) % range.length] as Choice;
    const { item, colour } = chosen;
    const key = `${batch}-${index}`;
    const grade = grades[seedOf(`${key}grade`) % grades.length] ?? "Excellent";
    const ageMonths = grade === "NewWithTags" ? 1 + (seedOf(key) % 9) : 3 + (seedOf(key) % 46);
    const line = purchaseOf(item, colour, key, plus(now, -ageMonths * MONTH));
    const own = index % OWN_STOCK === 5;
    return {
      key,
      seller: own ? undefined : sellers[index % sellers.length],
      line,
      unit: `${line.id}~1` as UnitId,
      details: detailsOf(lookOf(chosen, Math.floor(index / range.length)), key, grade, line, now),
      fate: own ? "Live" : fateOf(index),
    };
  });
};

/** Purchases that nobody has listed yet, and some that can't be: another brand, another category, given back. */
export const unlisted = (now: Instant): ReadonlyArray<PurchaseLine> => {
  const pieces = [items[0], items[6], items[9], items[18]].filter((item) => item !== undefined);
  const lines = pieces.map((item, index) =>
    purchaseOf(
      item,
      item.colours[1] ?? item.colours[0] ?? "Black",
      `open-${index}`,
      plus(now, -(4 + index * 9) * MONTH),
    ),
  );
  const [first] = lines;
  if (first === undefined) return [];
  const like = (key: string, changes: Partial<Product>, more: Partial<PurchaseLine> = {}): PurchaseLine => ({
    ...first,
    ...more,
    id: PurchaseLineId.make(`line-${key}`),
    product: { ...first.product, ...changes },
  });
  return [
    ...lines,
    like(
      "pair",
      { name: "Slim Card Case", sku: "CC-8101-BLA", category: "SmallLeatherGoods", msrp: 5800 as Cents },
      { quantity: 2 },
    ),
    like("watch", { name: "Parker Chronograph Watch", sku: "WA-9001", category: "Watches" }),
    like("other", { name: "Canvas Weekender", sku: "XX-1", ownBrand: false }),
    like("back", { name: "Greta Chain Shoulder Bag", sku: "SH-4001-BLA" }, { refunded: 1 }),
  ];
};

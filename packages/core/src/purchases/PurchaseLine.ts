import { Schema } from "effect";
import { Instant } from "../calendar/Instant.ts";
import { Amount, Price } from "../money/Money.ts";

/** The shop's own key of one line of a purchase. */
export const PurchaseLineId = Schema.String.check(Schema.isPattern(/^[\w.:|-]{1,128}$/u)).pipe(
  Schema.brand("PurchaseLineId"),
);
export type PurchaseLineId = typeof PurchaseLineId.Type;

/** One thing that was bought: a line of quantity 2 gives the units `line~1` and `line~2` (R4). */
export const UnitId = Schema.String.check(Schema.isPattern(/^[\w.:|-]{1,128}~[1-9]\d{0,3}$/u)).pipe(
  Schema.brand("UnitId"),
);
export type UnitId = typeof UnitId.Type;

/** Where a purchase was made: online, or in the named store (R3). */
export const Channel = Schema.Union([
  Schema.TaggedStruct("Online", {}),
  Schema.TaggedStruct("Store", { store: Schema.String }),
]);
export type Channel = typeof Channel.Type;

/** What the brand sold, as its catalogue knew it. */
export const Product = Schema.Struct({
  sku: Schema.String,
  name: Schema.String,
  /** A key of the Program's categories, if it is one of them (R5). */
  category: Schema.String,
  colour: Schema.optionalKey(Schema.String),
  material: Schema.optionalKey(Schema.String),
  /** The collection it belongs to, where the brand names one (R6). */
  collection: Schema.optionalKey(Schema.String),
  /** Bought from this brand, not from another through its shops (R5). */
  ownBrand: Schema.Boolean,
  /** The original price, before any discount (R9). */
  msrp: Price,
});
export type Product = typeof Product.Type;

/** One line of a member's own purchase history (R3). */
export const PurchaseLine = Schema.Struct({
  id: PurchaseLineId,
  product: Product,
  quantity: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 9999 })),
  /** How many of the line were given back for money: they can't be listed (R4). */
  refunded: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 9999 })),
  /** What the member paid for one, in cents; kept apart from the original price (R9). */
  paid: Amount,
  purchasedAt: Instant,
  channel: Channel,
});
export type PurchaseLine = typeof PurchaseLine.Type;

/** The purchased unit a listing is made from, as it stood when the listing was begun. */
export const PurchasedUnit = Schema.Struct({
  id: UnitId,
  line: PurchaseLineId,
  product: Product,
  paid: Amount,
  purchasedAt: Instant,
  channel: Channel,
});
export type PurchasedUnit = typeof PurchasedUnit.Type;

/** The units of a line that were not refunded (R4): the refunded ones are counted off from the end. */
export const unitsOf = (line: PurchaseLine): ReadonlyArray<PurchasedUnit> => {
  const { id, product, paid, purchasedAt, channel } = line;
  const units: Array<PurchasedUnit> = [];
  for (let number = 1; number <= line.quantity - line.refunded; number++) {
    units.push({ id: `${id}~${number}` as UnitId, line: id, product, paid, purchasedAt, channel });
  }
  return units;
};

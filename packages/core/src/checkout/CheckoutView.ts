import { Schema } from "effect";
import { Deadline } from "../calendar/Deadline.ts";
import { ListingId } from "../listing/ListingId.ts";
import { cents } from "../money/amounts.ts";
import { type Cents, Cents as CentsSchema, Currency } from "../money/Money.ts";
import { OrderId } from "../order/OrderId.ts";
import { type Checkout, type CheckoutLine, lineTotal } from "./Checkout.ts";
import { CheckoutId } from "./CheckoutId.ts";

/** One line as the buyer reads it: sellers stay apart (R24). */
export const LineView = Schema.Struct({
  listing: ListingId,
  title: Schema.String,
  seller: Schema.String,
  price: CentsSchema,
  charge: CentsSchema,
  tax: CentsSchema,
  total: CentsSchema,
});
export type LineView = typeof LineView.Type;

/** A checkout as its buyer sees it. */
export const CheckoutView = Schema.Struct({
  id: CheckoutId,
  state: Schema.Literals(["Held", "Paying", "Placed", "Expired", "Abandoned"]),
  lines: Schema.Array(LineView),
  total: CentsSchema,
  currency: Currency,
  heldUntil: Deadline,
  /** Why the last card was refused. */
  declined: Schema.NullOr(Schema.String),
  orders: Schema.Array(OrderId),
});
export type CheckoutView = typeof CheckoutView.Type;

/** A line as its buyer sees it, with its total in cents. */
export const lineView = (line: Omit<CheckoutLine, "order">): LineView => {
  const { listing, title, seller, price, charge, tax } = line;
  const total: Cents = cents(lineTotal(line));
  const name = seller._tag === "Brand" ? seller.name : seller.displayName;
  return { listing, title, seller: name, price, charge, tax, total };
};

/** A checkout as its buyer sees it. */
export const checkoutView = (checkout: Checkout): CheckoutView => ({
  id: checkout.id,
  state: checkout._tag,
  lines: checkout.lines.map(lineView),
  total: checkout.total,
  currency: checkout.currency,
  heldUntil: checkout.until,
  declined: checkout._tag === "Held" ? checkout.declined : null,
  orders: checkout._tag === "Placed" ? checkout.lines.map(({ order }) => order) : [],
});

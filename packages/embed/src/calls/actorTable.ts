import {
  abandonCheckout,
  approveListing,
  CheckoutId,
  commandListing,
  commandOrder,
  Details,
  explainListing,
  explainOrder,
  GradeKey,
  ListingCommand,
  ListingId,
  listingTable,
  listOwnStock,
  myListings,
  myOrders,
  OrderCommand,
  OrderId,
  openCheckout,
  orderTable,
  PaymentToken,
  PostalAddress,
  Price,
  Product,
  payCheckout,
  pieceHistory,
  purchaseHistory,
  quoteCart,
  recommendPrice,
  reviewQueue,
  startListing,
  submitListing,
  UnitId,
  viewCheckout,
  viewLabel,
  viewListing,
  viewOrder,
} from "@resale/core";
import { Schema } from "effect";
import { facets, search } from "./catalogue.ts";
import { commandRows } from "./commands.ts";
import { CartSaid, Filter, Page, Searched } from "./inputs.ts";
import { ask, read, watch, write } from "./Row.ts";
import { subscribers } from "./subscribers.ts";
import { support } from "./support.ts";

const listingCommands = commandRows(
  { id: ListingId, commands: ListingCommand, table: listingTable },
  commandListing,
);
const orderCommands = commandRows({ id: OrderId, commands: OrderCommand, table: orderTable }, commandOrder);

const Approval = Schema.Struct({
  revision: Schema.Int,
  checked: Schema.Array(Schema.String),
  price: Schema.optionalKey(Price),
});
const Payment = Schema.Struct({ tender: Schema.String, token: PaymentToken });

/** What anybody may do with the engine: group, method, use case. The access table says whose it is (R54). */
export const actorTable = {
  catalogue: { search: ask(search, Searched), facets: ask(facets, Filter) },
  selling: {
    purchases: read(purchaseHistory),
    recommendPrice: read(recommendPrice, UnitId, GradeKey),
    listings: read(myListings, Page),
    start: write(startListing, UnitId),
  },
  listings: {
    ...listingCommands,
    view: read(viewListing, ListingId),
    explain: read(explainListing, ListingId),
    follow: watch("listing", viewListing, ListingId),
    submit: write(submitListing, ListingId),
    approve: write(approveListing, ListingId, Approval),
    listOwnStock: write(listOwnStock, Product, Details),
  },
  review: { queue: read(reviewQueue, Page), history: read(pieceHistory, ListingId) },
  buying: {
    quote: ask(quoteCart, Schema.Array(ListingId), PostalAddress),
    open: write(openCheckout, CartSaid),
    view: read(viewCheckout, CheckoutId),
    pay: write(payCheckout, CheckoutId, Payment),
    abandon: write(abandonCheckout, CheckoutId),
  },
  orders: {
    ...orderCommands,
    view: read(viewOrder, OrderId),
    explain: read(explainOrder, OrderId),
    follow: watch("order", viewOrder, OrderId),
    mine: read(myOrders, Schema.Literals(["Buyer", "Seller"]), Page),
    label: read(viewLabel, OrderId),
  },
  support,
  subscribers,
} as const;

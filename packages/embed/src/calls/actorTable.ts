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
import { CartSaid, Filter, named, Page, Searched } from "./inputs.ts";
import { ask, read, watch, write } from "./Row.ts";
import { subscribers } from "./subscribers.ts";
import { support } from "./support.ts";

const listing = named("listing", ListingId);
const order = named("order", OrderId);
const checkout = named("checkout", CheckoutId);
const unit = named("unit", UnitId);

// A listing is started from a purchase that the engine looks up itself: `selling.start` (R3).
const { start: _, ...listingCommands } = commandRows(
  { id: listing, commands: ListingCommand, table: listingTable },
  commandListing,
);
const orderCommands = commandRows({ id: order, commands: OrderCommand, table: orderTable }, commandOrder);

const Approval = named(
  "approval",
  Schema.Struct({
    revision: Schema.Int,
    checked: Schema.Array(Schema.String),
    price: Schema.optionalKey(Price),
  }),
);
const Payment = named("payment", Schema.Struct({ tender: Schema.String, token: PaymentToken }));

/** What anybody may do with the engine: group, method, use case. The access table says whose it is (R54). */
export const actorTable = {
  catalogue: { search: ask(search, Searched), facets: ask(facets, Filter) },
  selling: {
    purchases: read(purchaseHistory),
    recommendPrice: read(recommendPrice, unit, named("grade", GradeKey)),
    listings: read(myListings, Page),
    start: write(startListing, unit),
  },
  listings: {
    ...listingCommands,
    view: read(viewListing, listing),
    explain: read(explainListing, listing),
    follow: watch("listing", viewListing, listing),
    submit: write(submitListing, listing),
    approve: write(approveListing, listing, Approval),
    listOwnStock: write(listOwnStock, named("product", Product), named("details", Details)),
  },
  review: { queue: read(reviewQueue, Page), history: read(pieceHistory, listing) },
  buying: {
    quote: ask(quoteCart, named("listings", Schema.Array(ListingId)), named("shipTo", PostalAddress)),
    open: write(openCheckout, CartSaid),
    view: read(viewCheckout, checkout),
    pay: write(payCheckout, checkout, Payment),
    abandon: write(abandonCheckout, checkout),
  },
  orders: {
    ...orderCommands,
    view: read(viewOrder, order),
    explain: read(explainOrder, order),
    follow: watch("order", viewOrder, order),
    mine: read(myOrders, named("as", Schema.Literals(["Buyer", "Seller"])), Page),
    label: read(viewLabel, order),
  },
  support,
  subscribers,
} as const;

import { Result } from "effect";
import { sameEmail } from "../address/Email.ts";
import { deadlineAfter } from "../calendar/BusinessCalendar.ts";
import { invalid, type Rejection } from "../lifecycle/Rejection.ts";
import { cents, sum } from "../money/amounts.ts";
import type { Program } from "../program/Program.ts";
import { addressRefusal } from "../program/region.ts";
import { type Buyer, type CheckoutLine, lineTotal } from "./Checkout.ts";
import type { Wanted } from "./CheckoutCommand.ts";
import type { CheckoutHandlers } from "./table.ts";

/** Nobody buys their own listing: neither by account nor by e-mail address (R19). */
const ownListing = (buyer: Buyer, wanted: ReadonlyArray<Wanted>): Rejection | undefined => {
  const own = wanted.find(
    ({ seller, sellerEmail }) =>
      seller._tag === "Member" &&
      (seller.id === buyer.member || (sellerEmail !== null && sameEmail(sellerEmail, buyer.email))),
  );
  return own === undefined ? undefined : { _tag: "OwnListing", listing: own.listing, title: own.title };
};

const emptyCart: Rejection = invalid({ field: "listings", problem: "put something into the cart" });

/** What is wrong with a cart as such: empty, too full, or the same thing twice (R20). */
export const cartRefusal = (program: Program, listings: ReadonlyArray<string>): Rejection | undefined => {
  const { most } = program.checkout;
  if (listings.length === 0) return emptyCart;
  if (listings.length > most)
    return invalid({ field: "listings", problem: `a cart holds at most ${most} pieces` });
  const twice = listings.findIndex((listing, index) => listings.indexOf(listing) < index);
  return twice === -1
    ? undefined
    : invalid({
        field: `listings[${twice}]`,
        problem: "stands twice in the cart; each piece is one of a kind",
      });
};

const lineOf = ({ sellerEmail: _, ...line }: Wanted): CheckoutLine => line;

/** Holds every piece of the cart before any money moves (R21); the lines' shipping and tax are fixed here (R12, R22). */
export const open: CheckoutHandlers["Open"] = (_, command, { program, now }) => {
  const { checkout, buyer, shipTo, wanted } = command;
  const [first, ...others] = wanted.map(lineOf);
  if (first === undefined) return Result.fail(emptyCart);
  const refusal =
    cartRefusal(
      program,
      wanted.map(({ listing }) => listing),
    ) ??
    addressRefusal(program, "ShipTo", shipTo) ??
    ownListing(buyer, wanted);
  if (refusal !== undefined) return Result.fail(refusal);
  const lines = [first, ...others] as const;
  return Result.succeed([
    {
      _tag: "Opened",
      checkout,
      buyer,
      shipTo,
      lines,
      total: sum(lines.map((line) => cents(lineTotal(line)))),
      currency: program.currency,
      until: deadlineAfter(program.calendar, now, program.checkout.hold),
      program: program.version,
      at: now,
    },
  ]);
};

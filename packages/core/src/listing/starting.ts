import { Result } from "effect";
import { unitsOf } from "../purchases/PurchaseLine.ts";
import { completeDetails } from "./Details.ts";
import { productRefusal } from "./eligibility.ts";
import type { ListingHandlers } from "./handlers.ts";
import type { Seller } from "./Listing.ts";
import { termsOf } from "./terms.ts";

/** A listing is made from one unit of the member's own purchase history, and from nothing else (R3, R4). */
export const start: ListingHandlers["Start"] = (_, command, { program, now }) => {
  const { purchase } = command;
  if (purchase === null) return Result.fail({ _tag: "NotInPurchaseHistory", unit: command.unit });
  const unit = unitsOf(purchase).find(({ id }) => id === command.unit);
  if (unit === undefined) {
    const number = Number(command.unit.slice(command.unit.lastIndexOf("~") + 1));
    const refunded = command.unit === `${purchase.id}~${number}` && number <= purchase.quantity;
    return Result.fail({ _tag: refunded ? "UnitRefunded" : "NotInPurchaseHistory", unit: command.unit });
  }
  const refusal = productRefusal(program, unit.product);
  if (refusal !== undefined) return Result.fail(refusal);
  const seller: Seller = { _tag: "Member", id: command.seller, displayName: command.displayName };
  return Result.succeed([
    { _tag: "Started", listing: command.listing, seller, origin: { _tag: "Purchase", unit }, at: now },
  ]);
};

/** The brand lists a piece of its own stock: no review, no payout (R17). */
export const listOwnStock: ListingHandlers["ListOwnStock"] = (_, command, { program, now }) => {
  const refusal = productRefusal(program, command.product);
  if (refusal !== undefined) return Result.fail(refusal);
  const complete = completeDetails(program, command.details);
  if (Result.isFailure(complete)) return Result.fail(complete.failure);
  const seller: Seller = { _tag: "Brand", name: program.ownStock.name };
  return Result.succeed([
    {
      _tag: "OwnStockListed",
      listing: command.listing,
      seller,
      origin: { _tag: "OwnStock", product: command.product },
      details: complete.success,
      terms: termsOf(program, seller, complete.success.price, now),
      at: now,
    },
  ]);
};

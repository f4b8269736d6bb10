import { Result } from "effect";
import { invalid } from "../lifecycle/Rejection.ts";
import { completeDetails, detailsFaults } from "./Details.ts";
import { photosKept } from "./ending.ts";
import type { ListingHandlers } from "./handlers.ts";
import { submission } from "./submitting.ts";

/**
 * The seller changes the details. What was approved goes back to review at once, and so must be complete (R16); while a
 * buyer holds the piece the command is not open.
 */
export const edit: ListingHandlers["Edit"] = (listing, { details }, context) => {
  const { program } = context;
  if (listing._tag === "Draft" || listing._tag === "ChangesRequested") {
    const faults = detailsFaults(program, details);
    return faults.length > 0
      ? Result.fail(invalid(...faults))
      : Result.succeed([{ _tag: "Edited", details }]);
  }
  const complete = completeDetails(program, details);
  if (Result.isFailure(complete)) return Result.fail(complete.failure);
  if (listing._tag === "Submitted") return Result.succeed([{ _tag: "Edited", details }]);
  const { shipFrom } = listing;
  return Result.succeed([
    { _tag: "Edited", details },
    submission(program, listing, complete.success, shipFrom, context.now),
  ]);
};

/** The seller takes a piece back that is neither sold nor held by a buyer. */
export const withdraw: ListingHandlers["Withdraw"] = (listing, _, context) =>
  Result.succeed([{ _tag: "Withdrawn", at: context.now, ...photosKept(listing, context) }]);

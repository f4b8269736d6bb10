import { cents, type ListingCommand } from "@resale/core";
import {
  checkoutId,
  holdUntil,
  type ListingStory,
  listingId,
  orderId,
  startCommand,
} from "../builders/listings.ts";
import { anAddress } from "../builders/people.ts";
import { aProduct, aPurchase, detailsWithout, gradeKey, someDetails } from "../builders/pieces.ts";
import type { Dice } from "./Dice.ts";

type Tag = ListingCommand["_tag"];

/** Two checkouts and two orders that walks mix up. */
const CHECKOUTS = ["00000000-0000-4000-8000-00000000c001", "00000000-0000-4000-8000-00000000c002"] as const;
const ORDERS = ["00000000-0000-4000-8000-00000000e001", "00000000-0000-4000-8000-00000000e002"] as const;

const details = (story: ListingStory, dice: Dice) => {
  const whole = someDetails({
    program: story.program,
    price: 1 + dice.below(900_00),
    grade: dice.pick(["Excellent", "NewWithTags", "Good"]),
    imperfections: dice.chance(30) ? [{ key: "Scratch", text: "A scratch at the clasp." }] : [],
  });
  if (dice.chance(80)) return whole;
  const broken = [
    detailsWithout(whole, "price"),
    detailsWithout(whole, "grade", "description"),
    { ...whole, grade: gradeKey("Mint") },
    { ...whole, photos: whole.photos.slice(1) },
  ] as const;
  return dice.pick(broken);
};

/** A command of this kind for a listing, with contents as the dice have them: most fit, some do not. */
export const listingCommandOf = (tag: Tag, story: ListingStory, dice: Dice): ListingCommand => {
  const { state } = story;
  const revision = dice.chance(10) ? state.revision + 1 : state.revision;
  const checkout =
    state._tag === "Reserved" && !dice.chance(20) ? state.checkout : checkoutId(dice.pick(CHECKOUTS));
  const order = state._tag === "Sold" && !dice.chance(20) ? state.order : orderId(dice.pick(ORDERS));
  const membership = dice.chance(10) ? "Lapsed" : "Active";
  switch (tag) {
    case "Start":
      return startCommand(story.id, aPurchase());
    case "ListOwnStock":
      return { _tag: tag, listing: listingId(story.id), product: aProduct(), details: someDetails() };
    case "Edit":
      return { _tag: tag, details: details(story, dice) };
    case "Submit":
      return { _tag: tag, membership, shipFrom: dice.chance(10) ? null : anAddress() };
    case "Approve": {
      const checked = story.program.review.checklist.map(({ key }) => key).slice(dice.chance(10) ? 1 : 0);
      const price = dice.chance(30) ? { price: cents(1 + dice.below(500_00)) } : {};
      return { _tag: tag, revision, membership, checked, ...price };
    }
    case "Deny":
      return { _tag: tag, revision, reason: { code: dice.pick(["Condition", "Other", "Whim"]), text: "" } };
    case "RequestChanges":
      return { _tag: tag, revision, changes: [{ field: "photos", problem: "They are blurred." }] };
    case "Reserve":
      return { _tag: tag, checkout, until: holdUntil(story.program, story.now) };
    case "Release":
      return { _tag: tag, checkout };
    case "Sell":
      return { _tag: tag, checkout, order };
    case "Close":
      return { _tag: tag, order, completed: dice.chance(50) };
    case "RecordMail":
      return { _tag: tag, mail: "ListingApproved", occurrence: state.revision, to: "ada@example.com" };
    default:
      return { _tag: tag };
  }
};

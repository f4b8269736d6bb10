import type { CheckoutCommand, PaymentReference, PaymentToken } from "@resale/core";
import { type CheckoutStory, openCommand } from "../builders/checkouts.ts";
import type { Dice } from "./Dice.ts";

type Tag = CheckoutCommand["_tag"];

/** A command of this kind for a checkout, with contents as the dice have them: most fit, some do not. */
export const checkoutCommandOf = (tag: Tag, story: CheckoutStory, dice: Dice): CheckoutCommand => {
  const attempt = Math.max(1, story.state.attempt - (dice.chance(20) ? 1 : 0));
  switch (tag) {
    case "Open":
      return openCommand(story.id);
    case "Pay":
      return { _tag: tag, tender: dice.chance(10) ? "GiftCard" : "Card", token: "tok_1" as PaymentToken };
    case "RecordAuthorised":
      return { _tag: tag, attempt, payment: `pi_${attempt}` as PaymentReference };
    case "RecordDeclined":
      return { _tag: tag, attempt, reason: "InsufficientFunds" };
    case "RecordCaptureFailed":
      return { _tag: tag, reason: "the hold has lapsed" };
    case "RecordMail":
      return { _tag: tag, mail: "Receipt", occurrence: 1, to: "grace@example.com" };
    default:
      return { _tag: tag };
  }
};

import { type CancelReason, CancelReason as CancelReasonSchema, type Reason } from "@resale/core";
import { Schema } from "effect";
import { type Block, button, figures, paragraph, quote } from "../layout/Letter.ts";
import {
  greet,
  type MailOf,
  money,
  pieceOf,
  type Setting,
  statedAs,
  subjectOf,
  type Template,
} from "./Template.ts";

const names: { readonly [Reason in Exclude<CancelReason, "Other">]: string } = {
  NotShipped: "It was not shipped in time",
  SellerCannotShip: "It can't be shipped",
  NeverArrived: "It never arrived",
  PaymentFailed: "The card could not be charged",
};

const isReason = Schema.is(CancelReasonSchema);

/** Why it was cancelled. What the bank says of a card stays with support; a reason without a name is what the brand wrote. */
const whyOf = ({ code, text }: typeof Reason.Type, { program }: Setting): ReadonlyArray<Block> => {
  if (code === "PaymentFailed") return statedAs(names[code], "");
  if (isReason(code) && code !== "Other") return statedAs(names[code], text);
  const words = text.trim();
  return words === "" ? [] : [quote(`${program.brand} writes`, words)];
};

const toDo = ({ shipped, labelled }: MailOf<"SaleCancelled">): string => {
  if (shipped) return "There is nothing for you to do.";
  return labelled
    ? "Please do not ship it; the label is no longer valid."
    : "Please do not ship it. There is no label to wait for.";
};

export const saleCancelled: Template<"SaleCancelled"> = (mail, setting) => ({
  subject: subjectOf("Your sale was cancelled", mail.item),
  preheader: mail.shipped ? "Why, and what follows." : "Please do not ship it any more.",
  title: "The sale was cancelled",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph(
      [
        mail.paid
          ? "This sale was cancelled and the buyer gets the money back."
          : "This sale was cancelled: the buyer has not paid.",
        toDo(mail),
      ].join(" "),
    ),
    pieceOf(mail.item, setting),
    ...whyOf(mail.reason, setting),
    ...(mail.mayListAgain
      ? [paragraph("You may list the piece again whenever you like; it is then reviewed as a new listing.")]
      : []),
    button("See the sale", mail.order),
  ],
});

/** To the buyer: who was never charged gets nothing back (R27). */
export const orderCancelled: Template<"OrderCancelled"> = (mail, setting) => {
  const paid = mail.refund > 0;
  return {
    subject: subjectOf("Your order was cancelled", mail.item),
    preheader: paid ? "You get all of your money back." : "You are not charged for it.",
    title: "Your order was cancelled",
    greeting: greet(mail.recipient),
    blocks: [
      paragraph(
        paid
          ? "We are sorry: this order was cancelled. The whole amount goes back to the card you paid with; your bank may take a few days to show it."
          : "We are sorry: this order was cancelled, and you are not charged for it. What your bank may show as set aside for us goes back to you by itself, within a few days.",
      ),
      pieceOf(mail.item, setting),
      ...whyOf(mail.reason, setting),
      ...(paid
        ? [figures({ label: "Your refund", value: money(mail.item, mail.refund), strong: true })]
        : []),
      button("See your order", mail.order),
    ],
  };
};

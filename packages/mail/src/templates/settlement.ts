import { type Block, button, figures, note, paragraph, quote } from "../layout/Letter.ts";
import { counted, oneLine } from "../layout/words.ts";
import {
  greet,
  type MailOf,
  momentOf,
  money,
  pieceOf,
  type Setting,
  subjectOf,
  type Template,
} from "./Template.ts";

const inWords = (by: string, text: string | undefined): ReadonlyArray<Block> =>
  text === undefined || text.trim() === "" ? [] : [quote(by, text.trim())];

const brandSays = (text: string, { program }: Setting): ReadonlyArray<Block> =>
  inWords(`${program.brand} writes`, text);

export const disputeOpened: Template<"DisputeOpened"> = (mail, setting) => ({
  subject: subjectOf("The buyer opened a dispute", mail.item),
  preheader: "Your payout waits until it is decided.",
  title: "The buyer opened a dispute",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph(
      `${setting.program.brand} looks into it and decides. Your payout waits until then. If you have something to add, reply to this e-mail.`,
    ),
    pieceOf(mail.item, setting),
    ...inWords(`The buyer says: ${oneLine(mail.kind)}`, mail.text),
    momentOf("We mean to decide", mail.decideBy, setting),
    button("See the sale", mail.order),
  ],
});

const outcomeForSeller = ({ upheld, payoutHeld }: MailOf<"DisputeDecidedForSeller">): string => {
  if (upheld)
    return "We looked into the dispute and found it justified. The buyer is refunded, and there is no payout for this sale.";
  const found = "We looked into the dispute and found no ground for it.";
  return payoutHeld
    ? `${found} Your payout waits all the same: the buyer has disputed the payment at their bank, which has the last word.`
    : `${found} Your payout goes out now.`;
};

/** The piece goes back with a label of ours; who gets it, and where its number is. */
const wayBack = (
  { returns }: MailOf<"DisputeDecidedForSeller">,
  { program }: Setting,
): ReadonlyArray<Block> => {
  if (returns === undefined) return [];
  const { to, tracking } = returns;
  const goes =
    to === "Seller"
      ? "The piece comes back to you: the buyer sends it with a prepaid label, to the address from which you sent it."
      : `The buyer sends the piece to ${program.brand}, with a prepaid label.`;
  return tracking === undefined
    ? [paragraph(`${goes} Once the label is made, its tracking number is on the sale's page.`)]
    : [paragraph(goes), figures({ label: "Tracking number", value: tracking })];
};

export const disputeDecidedForSeller: Template<"DisputeDecidedForSeller"> = (mail, setting) => ({
  subject: subjectOf("The dispute is decided", mail.item),
  preheader: mail.upheld ? "It was decided for the buyer." : "It was decided for you.",
  title: mail.upheld ? "Decided for the buyer" : "Decided for you",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph(outcomeForSeller(mail)),
    pieceOf(mail.item, setting),
    ...brandSays(mail.text, setting),
    ...wayBack(mail, setting),
    ...(mail.upheld
      ? []
      : [figures({ label: "Your payout", value: money(mail.item, mail.payout), strong: true })]),
    button("See the sale", mail.order),
  ],
});

export const payoutOnItsWay: Template<"PayoutOnItsWay"> = (mail, setting) => ({
  subject: subjectOf("Your payout is on its way", mail.item),
  preheader: "Your gift card comes in an e-mail of its own.",
  title: "Your payout is on its way",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph(
      `The sale is complete. Your e-gift card for ${setting.program.brand} comes in an e-mail of its own, from its issuer, to the address of your ${setting.program.loyalty} account.`,
    ),
    pieceOf(mail.item, setting),
    figures({ label: "Your payout", value: money(mail.item, mail.payout), strong: true }),
    button("See the sale", mail.order),
    note(
      "Not there within a day? Look in your spam folder first; then reply to this e-mail, and we have it sent again.",
    ),
  ],
});

export const saleRated: Template<"SaleRated"> = (mail, setting) => {
  const most = setting.program.ratings.most;
  const stars = Math.max(0, Math.min(most, mail.stars));
  return {
    subject: subjectOf("The buyer rated your sale", mail.item),
    preheader: `${counted(stars, "star")} of ${most}.`,
    title: `${counted(stars, "star")} of ${most}`,
    greeting: greet(mail.recipient),
    blocks: [
      paragraph(`${"★".repeat(stars)}${"☆".repeat(most - stars)}`),
      pieceOf(mail.item, setting),
      ...inWords("The buyer writes", mail.text),
      button("See the sale", mail.order),
    ],
  };
};

export const disputeReceived: Template<"DisputeReceived"> = (mail, setting) => ({
  subject: subjectOf("We received your dispute", mail.item),
  preheader: "The payout is stopped while we look into it.",
  title: "We are looking into it",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph(
      `Thank you for telling us. The seller's payout is stopped while ${setting.program.brand} looks into it. Please keep the piece as it arrived, with its packaging.`,
    ),
    pieceOf(mail.item, setting),
    momentOf("We mean to decide", mail.decideBy, setting),
    button("See your order", mail.order),
  ],
});

export const disputeDecidedForBuyer: Template<"DisputeDecidedForBuyer"> = (mail, setting) => ({
  subject: subjectOf("Your dispute is decided", mail.item),
  preheader: mail.upheld ? "You get all of your money back." : "Our decision, and why.",
  title: mail.upheld ? "You get all of your money back" : "We found no ground for a refund",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph(
      mail.upheld
        ? "We looked into your dispute and found it justified. The whole amount goes back to the card you paid with. A prepaid return label comes in an e-mail of its own; the refund does not wait for the return."
        : `We looked into your dispute with care and found no ground for it. The sale stands${mail.payoutHeld ? "" : ", and the seller is paid"}.`,
    ),
    pieceOf(mail.item, setting),
    ...brandSays(mail.text, setting),
    ...(mail.upheld
      ? [figures({ label: "Your refund", value: money(mail.item, mail.refund), strong: true })]
      : []),
    button("See your order", mail.order),
  ],
});

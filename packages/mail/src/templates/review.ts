import { button, figures, note, paragraph, quote } from "../layout/Letter.ts";
import { oneLine } from "../layout/words.ts";
import { greet, labelOf, momentOf, money, pieceOf, reasonOf, subjectOf, type Template } from "./Template.ts";

export const submissionReceived: Template<"SubmissionReceived"> = (mail, setting) => ({
  subject: subjectOf("We received your listing", mail.item),
  preheader: "Our team is looking at it now. You need do nothing.",
  title: "Your listing is with us",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph(
      `Thank you for listing with ${setting.program.name}. Our team looks at the photos, the grade and the price of every piece before it goes live, and writes to you as soon as it has.`,
    ),
    pieceOf(mail.item, setting),
    momentOf("You can expect our answer", mail.reviewBy, setting),
    button("See your listing", mail.manage),
    note("Until it is approved, nobody but you and our team can see it."),
  ],
});

export const listingApproved: Template<"ListingApproved"> = (mail, setting) => ({
  subject: subjectOf("Your listing is live", mail.item),
  preheader: "It is approved and may be shared.",
  title: "Approved, and live",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph(
      `Your piece is now part of ${setting.program.name}. Share its page with whoever may love it next.`,
    ),
    pieceOf(mail.item, setting),
    figures(
      { label: "Price", value: money(mail.item, mail.item.price) },
      { label: "You receive when it sells", value: money(mail.item, mail.payout), strong: true },
    ),
    button("See and share it", mail.share),
    note(
      "Please keep the piece safe and unworn: once it sells, a prepaid shipping label comes to this address.",
    ),
  ],
});

export const listingDenied: Template<"ListingDenied"> = (mail, setting) => ({
  subject: subjectOf("About your listing", mail.item),
  preheader: "We could not approve it. The reason is inside.",
  title: "We could not approve your listing",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph("Thank you for offering this piece. We looked at it with care, and cannot list it."),
    pieceOf(mail.item, setting),
    ...reasonOf(mail.reason, setting),
    note("If you think that we have overlooked something, please reply to this e-mail."),
  ],
});

const fieldLabel = (
  field: string,
  photos: ReadonlyArray<{ readonly key: string; readonly label: string }>,
): string => {
  const spaced = oneLine(field)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return labelOf(photos, field) ?? `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
};

export const changesAsked: Template<"ChangesAsked"> = (mail, setting) => ({
  subject: subjectOf("A few changes to your listing", mail.item),
  preheader: "Make them, submit it again, and we look at it anew.",
  title: "Almost there",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph(
      "We would like to list your piece. Before we can, please change the following and submit it again.",
    ),
    pieceOf(mail.item, setting),
    ...mail.changes.map(({ field, text }) => quote(fieldLabel(field, setting.program.photos.required), text)),
    button("Change your listing", mail.manage),
  ],
});

export const priceChanged: Template<"PriceChanged"> = (mail, setting) => ({
  subject: subjectOf(
    mail.consentNeeded ? "A new price, if you agree" : "A new price for your listing",
    mail.item,
  ),
  preheader: mail.consentNeeded
    ? "It goes live once you agree."
    : "Your listing is approved at another price than you asked.",
  title: mail.consentNeeded ? "We suggest another price" : "Approved, at another price",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph(
      mail.consentNeeded
        ? "We would gladly list your piece, at another price than you asked. It goes live once you agree."
        : "We approved your piece, at another price than you asked. It is live at this price; if it does not suit you, you may withdraw it as long as it is unsold.",
    ),
    pieceOf(mail.item, setting),
    figures(
      { label: "You asked", value: money(mail.item, mail.asked) },
      { label: "New price", value: money(mail.item, mail.item.price) },
      { label: "You receive when it sells", value: money(mail.item, mail.payout), strong: true },
    ),
    button(mail.consentNeeded ? "Agree or withdraw" : "See or withdraw it", mail.manage),
  ],
});

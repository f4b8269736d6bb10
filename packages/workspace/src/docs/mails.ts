import { isOptional, Mail, type MailTag, preLoved } from "@resale/core";
import { render } from "@resale/mail";
import { everyMail } from "@resale/testkit/mails";
import { code, page, table } from "./page.ts";

/** To whom a mail goes, when it is wanted, and the rules it follows; it is sent if that is still so when its turn comes. */
const wanted: { readonly [Tag in MailTag]: readonly [reader: string, when: string, rules: string] } = {
  SubmissionReceived: ["the seller", "the listing was submitted and waits for review", "R13"],
  ListingApproved: ["the seller", "it is for sale; with the share link", "R15"],
  ListingDenied: ["the seller", "it was denied", "R14"],
  ChangesAsked: ["the seller", "the reviewer asks for changes", "R14"],
  PriceChanged: ["the seller", "it was approved at another price, or that price waits for consent", "R11"],
  ItemSold: [
    "the seller",
    "the label was bought; with the label as PDF and, where there is one, its QR code",
    "R28, R29",
  ],
  ShipReminder: ["the seller", "the parcel has not been accepted yet", "R29"],
  ShipmentOverdue: ["the seller", "the time to ship has passed", "R31"],
  SaleCancelled: ["the seller", "the order was cancelled, or could not be paid", "R51"],
  DisputeOpened: ["the seller", "the buyer disputes", "R44"],
  DisputeDecidedForSeller: ["the seller", "the dispute was decided", "R45"],
  PayoutOnItsWay: [
    "the seller",
    "the store credit was issued; the card itself is mailed by its issuer",
    "R48",
  ],
  SaleRated: ["the seller", "a rating was published", "R42"],
  Receipt: ["the buyer", "the checkout was paid; one receipt for all its orders", "R24"],
  ParcelShipped: ["the buyer", "the carrier has accepted the parcel; with the tracking number", "R33"],
  TransitUpdate: ["the buyer", "the order is on its way, every few days", "R35"],
  ParcelDelivered: ["the buyer", "it was delivered: confirm, dispute, rate", "R42"],
  WindowClosing: ["the buyer", "the window is about to close", "R40"],
  ConfirmedAutomatically: ["the buyer", "the window has closed in silence", "R43"],
  DisputeReceived: ["the buyer", "the buyer's dispute was taken", "R44"],
  DisputeDecidedForBuyer: ["the buyer", "the dispute was decided, and nothing is to be sent back", "R45"],
  RefundAndReturnLabel: ["the buyer", "the dispute was upheld; with the return label", "R45"],
  OrderCancelled: ["the buyer", "the order was cancelled, or could not be paid", "R51"],
  GuestLink: ["the buyer", "a guest asked for a new link", "R26"],
  OperatorDigest: ["the operators", "a business day has begun, and something waits", "R13"],
};

const subjects = new Map<MailTag, string>();
for (const mail of everyMail("Tote, nearly new")) {
  if (!subjects.has(mail._tag)) subjects.set(mail._tag, render(preLoved, mail).subject);
}

const tags = Object.keys(wanted) as ReadonlyArray<MailTag>;

const rows = (reader: string): ReadonlyArray<ReadonlyArray<string>> =>
  tags
    .filter((tag) => wanted[tag][0] === reader)
    .map((tag) => {
      const fields = Object.keys(Mail.cases[tag].fields).filter((field) => field !== "_tag");
      const [, when, rules] = wanted[tag];
      const optional = isOptional(tag) ? "may be declined" : "";
      return [code(tag), subjects.get(tag) ?? "", when, fields.map(code).join(", "), rules, optional];
    });

const heads = ["mail", "subject, for instance", "wanted when", "holds", "rule", ""];

/** Every mail: to whom, when, and all that it says. */
export const mailsPage = (): string =>
  page(
    "Mails",
    "A mail is a value (`Mail`, a union by `_tag`) with all that it says; templates need nothing else. It is wanted by a fact, written when its turn comes, and not sent if what it would say is no longer true. None holds a gift card's code (R48), none tells the seller the buyer's address (R52). How often one goes out at most: once, but for the updates (numbered) and what a reopened window or a new link asks for again.",
    "Subjects are those of `@resale/mail` under `preLoved`, for an example. Those that may be declined carry a link to unsubscribe; all others tell of money, of a decision, or of a deadline for the first time.",
    ...["the seller", "the buyer", "the operators"].flatMap((reader) => [
      `## To ${reader}`,
      table(heads, rows(reader)),
    ]),
    "[Send mail](../how-to/mail.md) by SMTP, or [write your own mailer](../how-to/mailer.md).",
  );

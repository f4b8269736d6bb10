import { isOptional, Mail, type MailReader, type MailTag, preLoved, readerOf } from "@resale/core";
import { render } from "@resale/mail";
import { everyMail } from "@resale/testkit/mails";
import { code, page, table } from "./page.ts";

/** When a mail is wanted, and the rules it follows; it is sent if that is still so when its turn comes. */
const wanted: { readonly [Tag in MailTag]: readonly [when: string, rules: string] } = {
  SubmissionReceived: ["the listing was submitted and waits for review", "R13"],
  ListingApproved: ["it is for sale; with the share link", "R15"],
  ListingDenied: ["it was denied", "R14"],
  ChangesAsked: ["the reviewer asks for changes", "R14"],
  PriceChanged: ["it was approved at another price, or that price waits for consent", "R11"],
  ItemSold: ["the label was bought; with the label as PDF and, where there is one, its QR code", "R28, R29"],
  ShipReminder: ["the parcel has not been accepted yet", "R29"],
  ShipmentOverdue: ["the time to ship has passed", "R31"],
  SaleCancelled: ["the order was cancelled, or could not be paid", "R51"],
  DisputeOpened: ["the buyer disputes", "R44"],
  DisputeDecidedForSeller: ["the dispute was decided", "R45"],
  PayoutOnItsWay: ["the store credit was issued; the card itself is mailed by its issuer", "R48"],
  SaleRated: ["a rating was published", "R42"],
  Receipt: ["the checkout was paid; one receipt for all its orders", "R24"],
  ParcelShipped: ["the carrier has accepted the parcel; with the tracking number", "R33"],
  TransitUpdate: ["the order is on its way, every few days", "R35"],
  ParcelDelivered: ["it was delivered: confirm, dispute, rate", "R42"],
  WindowClosing: ["the window is about to close", "R40"],
  ConfirmedAutomatically: ["the window has closed in silence", "R43"],
  DisputeReceived: ["the buyer's dispute was taken", "R44"],
  DisputeDecidedForBuyer: ["the dispute was decided, and nothing is to be sent back", "R45"],
  RefundAndReturnLabel: ["the dispute was upheld; with the return label", "R45"],
  OrderCancelled: ["the order was cancelled, or could not be paid", "R51"],
  GuestLink: ["a guest asked for a new link", "R26"],
  OperatorDigest: ["a business day has begun, and something waits", "R13"],
};

const subjects = new Map<MailTag, string>();
for (const mail of everyMail("Tote, nearly new")) {
  if (!subjects.has(mail._tag)) subjects.set(mail._tag, render(preLoved, mail).subject);
}

const tags = Object.keys(wanted) as ReadonlyArray<MailTag>;

const rows = (reader: MailReader): ReadonlyArray<ReadonlyArray<string>> =>
  tags
    .filter((tag) => readerOf(tag) === reader)
    .map((tag) => {
      const fields = Object.keys(Mail.cases[tag].fields).filter((field) => field !== "_tag");
      const [when, rules] = wanted[tag];
      const optional = isOptional(tag) ? "may be declined" : "";
      return [code(tag), subjects.get(tag) ?? "", when, fields.map(code).join(", "), rules, optional];
    });

const titles = [
  ["Seller", "the seller"],
  ["Buyer", "the buyer"],
  ["Operator", "the operators"],
] as const satisfies ReadonlyArray<readonly [MailReader, string]>;

const heads = ["mail", "subject, for instance", "wanted when", "holds", "rule", ""];

/** Every mail: to whom, when, and all that it says. */
export const mailsPage = (): string =>
  page(
    "Mails",
    "A mail is a value (`Mail`, a union by `_tag`) with all that it says; templates need nothing else. It is wanted by a fact, written when its turn comes, and not sent if what it would say is no longer true. None holds a gift card's code (R48), none tells the seller the buyer's address (R52). How often one goes out at most: once, but for the updates (numbered) and what a reopened window or a new link asks for again.",
    "Subjects are those of `@resale/mail` under `preLoved`, for an example. Those that may be declined carry a link to unsubscribe; all others tell of money, of a decision, or of a deadline for the first time.",
    ...titles.flatMap(([reader, title]) => [`## To ${title}`, table(heads, rows(reader))]),
    "[Send mail](../how-to/mail.md) by SMTP, or [write your own mailer](../how-to/mailer.md).",
  );

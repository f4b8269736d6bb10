import { button, figures, note, paragraph } from "../layout/Letter.ts";
import { dayIn, momentIn, shortDayIn, until } from "../layout/when.ts";
import { counted, oneLine } from "../layout/words.ts";
import { greet, type MailOf, momentOf, pieceOf, type Setting, subjectOf, type Template } from "./Template.ts";

export const parcelShipped: Template<"ParcelShipped"> = (mail, setting) => {
  const { program } = setting;
  const from = shortDayIn(program, mail.arrivesFrom);
  const to = dayIn(program, mail.arrivesTo);
  const sameDay = dayIn(program, mail.arrivesFrom) === to;
  return {
    subject: subjectOf("On its way to you", mail.item),
    preheader: "The carrier has your parcel. The tracking number is inside.",
    title: "It is on its way",
    greeting: greet(mail.recipient),
    blocks: [
      paragraph("Your piece is shipped: the carrier has it."),
      pieceOf(mail.item, setting),
      figures(
        { label: "Carrier", value: oneLine(mail.carrier) },
        { label: "Tracking number", value: mail.tracking, strong: true },
        { label: "Likely to arrive", value: sameDay ? to : `${from} to ${to}` },
      ),
      button("Follow it", mail.order),
      note("The day of arrival is an estimate."),
    ],
  };
};

const whereItIs = (mail: MailOf<"TransitUpdate">, { program }: Setting): string => {
  switch (mail.stage) {
    case "AwaitingShipment":
      return `The carrier has not been given it yet. It was promised ${until(program, mail.promise)}. If it is never shipped, you get all of your money back.`;
    case "InTransit":
      return "It is with the carrier and on its way to you.";
    case "DeliveryUnverified":
      return "The carrier says that it has been delivered, but what we see does not match your address. We are finding out where it is; you need do nothing, and nobody is paid until we know.";
  }
};

export const transitUpdate: Template<"TransitUpdate"> = (mail, setting) => ({
  subject: subjectOf("Where your order is", mail.item),
  preheader: "A short word on where it is.",
  title: "Where your order is",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph(whereItIs(mail, setting)),
    pieceOf(mail.item, setting),
    ...(mail.lastScanAt === undefined
      ? []
      : [figures({ label: "Last scanned", value: momentIn(setting.program, mail.lastScanAt) })]),
    button("See your order", mail.order),
    note("We keep you up to date until it is in your hands."),
  ],
});

export const parcelDelivered: Template<"ParcelDelivered"> = (mail, setting) => ({
  subject: subjectOf("Delivered, please confirm", mail.item),
  preheader: "Please confirm that it is as described, or tell us what is wrong.",
  title: "It has arrived",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph(
      mail.rateable
        ? "The carrier has delivered your piece. Please look at it well: if it is as described, confirm it, and rate the seller if you like. If something is wrong, open a dispute; the seller is not paid before it is decided."
        : "The carrier has delivered your piece. Please look at it well: if it is as described, confirm it. If something is wrong, open a dispute.",
    ),
    pieceOf(mail.item, setting),
    momentOf("Confirm or dispute", mail.window, setting),
    button(mail.rateable ? "Confirm and rate, or dispute" : "Confirm, or dispute", mail.order),
    note(
      mail.rateable && !mail.payoutHeld
        ? "If we hear nothing until then, we take it that you are content, and the seller is paid."
        : "If we hear nothing until then, we take it that you are content.",
    ),
  ],
});

export const windowClosing: Template<"WindowClosing"> = (mail, setting) => ({
  subject: subjectOf("A last look at your order", mail.item),
  preheader: "The time to confirm or dispute ends soon.",
  title: "Is all well with it?",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph(
      "The time in which you can tell us that something is wrong ends soon. After it, the sale is complete.",
    ),
    pieceOf(mail.item, setting),
    momentOf("Confirm or dispute", mail.window, setting),
    button(mail.rateable ? "Confirm and rate, or dispute" : "Confirm, or dispute", mail.order),
  ],
});

export const confirmedAutomatically: Template<"ConfirmedAutomatically"> = (mail, setting) => ({
  subject: subjectOf("Your order is complete", mail.item),
  preheader: "We heard nothing, so we take it that all is well.",
  title: "Your order is complete",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph(
      `The time to dispute has passed and we heard nothing from you, so the order was confirmed automatically${mail.rateable && !mail.payoutHeld ? " and the seller is being paid" : ""}. We hope that you love it.`,
    ),
    pieceOf(mail.item, setting),
    ...(mail.rateable
      ? [
          button("Rate the seller", mail.order),
          note(
            `Ratings have ${counted(setting.program.ratings.most, "star")} and are optional. They help whoever buys next.`,
          ),
        ]
      : [button("See the order", mail.order)]),
  ],
});

import { format } from "@resale/core";
import { type Block, button, figures, link, note, paragraph } from "../layout/Letter.ts";
import { momentIn, until } from "../layout/when.ts";
import { brief, counted, oneLine } from "../layout/words.ts";
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

const lineOf = (
  line: MailOf<"Receipt">["lines"][number],
  setting: Setting,
  follow: typeof link,
): ReadonlyArray<Block> => [
  pieceOf(line.item, setting, `Ships ${until(setting.program, line.promise)}`),
  figures(
    { label: "Price", value: money(line.item, line.item.price) },
    { label: "Shipping", value: money(line.item, line.charge) },
    { label: "Tax", value: money(line.item, line.tax) },
    { label: "Total of this piece", value: money(line.item, line.total), strong: true },
  ),
  follow("Follow this order", line.order),
];

export const receipt: Template<"Receipt"> = (mail, setting) => {
  const { name, line1, line2, city, region, zip } = mail.shipTo;
  const [first] = mail.lines;
  return {
    subject:
      mail.lines.length === 1 && first !== undefined
        ? `Your order: ${brief(first.item.title)}`
        : `Your order of ${counted(mail.lines.length, "piece")}`,
    preheader: "Your receipt, and when it will be shipped.",
    title: "Thank you for your order",
    greeting: greet(mail.recipient),
    blocks: [
      paragraph(
        `Your order was placed on ${momentIn(setting.program, mail.placedAt)}. We write again when it ships.`,
      ),
      ...mail.lines.flatMap((line) => lineOf(line, setting, mail.lines.length === 1 ? button : link)),
      figures({ label: "Paid in total", value: format(mail.total, mail.currency), strong: true }),
      {
        _tag: "Address",
        label: "Ships to",
        lines: [name, line1, ...(line2 === undefined ? [] : [line2]), `${city}, ${region} ${zip}`].map(
          oneLine,
        ),
      },
      note(
        "Sales are final. If a piece does not arrive, or is not what its listing showed, you can open a dispute from the order's page. Each piece ships by itself, from its own seller. Keep this e-mail: its links open your orders without signing in, so do not pass them on.",
      ),
    ],
  };
};

export const refundAndReturnLabel: Template<"RefundAndReturnLabel"> = (mail, setting) => ({
  subject: subjectOf("Your refund and return label", mail.item),
  preheader: "The refund is on its way; the prepaid label is attached.",
  title: "Your refund, and a label to return it",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph(
      `Your refund is on its way to the card you paid with; your bank may take a few days to show it. Please send the piece back with the prepaid label attached as a PDF${mail.qr ? ", or show the QR code, attached as well, at the counter" : ""}. Returning it costs you nothing.`,
    ),
    pieceOf(mail.item, setting),
    figures(
      { label: "Your refund", value: money(mail.item, mail.refund), strong: true },
      { label: "Tracking number", value: mail.tracking },
    ),
    momentOf("Please send it back", mail.returnBy, setting),
    button("See your order", mail.order),
  ],
});

export const guestLink: Template<"GuestLink"> = (mail, setting) => ({
  subject: subjectOf("A new link to your order", mail.item),
  preheader: "It opens your order without signing in.",
  title: "A new link to your order",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph(
      "You asked for a new link to your order. It opens the order without signing in, so do not pass it on.",
    ),
    pieceOf(mail.item, setting),
    momentOf("The link works", mail.until, setting),
    button("See your order", mail.order),
    note("You did not ask for it? Then somebody else did, and has learned nothing: there is nothing to do."),
  ],
});

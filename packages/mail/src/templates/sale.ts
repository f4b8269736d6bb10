import { button, figures, note, paragraph, steps } from "../layout/Letter.ts";
import { greet, momentOf, money, pieceOf, subjectOf, type Template } from "./Template.ts";

/** What nobody is paid for is the brand's own: its staff ships it, and is not congratulated (R17). */
const forStaff: Template<"ItemSold"> = (mail, setting) => ({
  subject: subjectOf("To be shipped", mail.item),
  preheader: "A piece of your own stock has sold. The label is attached.",
  title: `${setting.program.ownStock.name}: to be shipped`,
  greeting: greet(mail.recipient),
  blocks: [
    paragraph("A piece of your own stock has sold. The prepaid, addressed label is attached."),
    pieceOf(mail.item, setting),
    figures(
      { label: "Sold for", value: money(mail.item, mail.item.price) },
      { label: "Tracking number", value: mail.tracking },
    ),
    momentOf("Please ship", mail.shipBy, setting),
    steps("How to pack it", setting.program.shipping.packingTips),
    button("See the sale", mail.order),
  ],
});

const forSeller: Template<"ItemSold"> = (mail, setting) => ({
  subject: subjectOf("Sold! Your shipping label", mail.item),
  preheader: "The prepaid label is attached. Please ship within the time inside.",
  title: "Your piece has sold",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph(
      mail.qr
        ? "Congratulations. Your prepaid, addressed label is attached as a PDF. No printer? The QR code, attached as well, is printed for you at the counter. Shipping costs you nothing."
        : "Congratulations. Your prepaid, addressed label is attached as a PDF: print it and fix it to the parcel. Shipping costs you nothing.",
    ),
    pieceOf(mail.item, setting),
    figures(
      { label: "Sold for", value: money(mail.item, mail.item.price) },
      { label: "You receive", value: money(mail.item, mail.payout), strong: true },
      { label: "Tracking number", value: mail.tracking },
    ),
    momentOf("Please ship", mail.shipBy, setting),
    steps("How to pack it", setting.program.shipping.packingTips),
    button("See the sale", mail.order),
    note(
      "Drop the parcel with the carrier, or book a free pickup at your door on the sale's page. It counts as shipped once the carrier has scanned it. Please do not write to the buyer or put anything of yours into the parcel.",
    ),
  ],
});

export const itemSold: Template<"ItemSold"> = (mail, setting) =>
  mail.payout === 0 ? forStaff(mail, setting) : forSeller(mail, setting);

export const shipReminder: Template<"ShipReminder"> = (mail, setting) => ({
  subject: subjectOf("A reminder to ship", mail.item),
  preheader: "The carrier has not scanned your parcel yet.",
  title: "Is it on its way?",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph("The carrier has not scanned your parcel yet. If you have just handed it over, all is well."),
    pieceOf(mail.item, setting),
    momentOf("Please ship", mail.shipBy, setting),
    button("Find your label", mail.order),
    note("On the sale's page you find the label again, and can book a free pickup."),
  ],
});

export const shipmentOverdue: Template<"ShipmentOverdue"> = (mail, setting) => ({
  subject: subjectOf("Your shipment is overdue", mail.item),
  preheader: "You may still ship. Please do so today.",
  title: "Your shipment is overdue",
  greeting: greet(mail.recipient),
  blocks: [
    paragraph(
      `The time for shipping has passed and the carrier has not scanned your parcel. You may still ship; please do so today. Until it is shipped, ${setting.program.brand} may cancel the sale.`,
    ),
    pieceOf(mail.item, setting),
    momentOf("It was to be shipped", mail.shipBy, setting),
    button("Find your label", mail.order),
    note("Something came up? Reply to this e-mail, and we will find a way."),
  ],
});

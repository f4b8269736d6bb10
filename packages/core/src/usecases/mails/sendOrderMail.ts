import { Effect, Option } from "effect";
import type { Email } from "../../address/Email.ts";
import type { MailTag } from "../../mail/Mail.ts";
import { readerOf } from "../../mail/readers.ts";
import { guestLinkOf } from "../../order/guestLink.ts";
import { labelOf, type Order } from "../../order/Order.ts";
import type { OrderId } from "../../order/OrderId.ts";
import { orderMail } from "../../order/orderMail.ts";
import { isStillTrue } from "../../order/stillTrue.ts";
import { Carrier } from "../../ports/Carrier.ts";
import { Links } from "../../ports/Links.ts";
import type { Attachment } from "../../ports/Mailer.ts";
import { Members } from "../../ports/Members.ts";
import { Programs } from "../../ports/Programs.ts";
import { ProviderRefused } from "../../ports/Provider.ts";
import type { LabelReference } from "../../shipping/Label.ts";
import { now } from "../execute.ts";
import { orderOf, tellOrder } from "../tasks/shipOrder.ts";
import { deliver } from "./deliver.ts";

interface Recipient {
  readonly email: Email;
  readonly name: string;
}

const isForSeller = (mail: MailTag): boolean => readerOf(mail) === "Seller";

/** Sellers are written to at the address their loyalty account has now (R2); buyers at the one they gave. */
export const recipientOf = Effect.fnUntraced(function* (order: Order, mail: MailTag) {
  const { seller, buyer } = order;
  if (!isForSeller(mail)) return { email: buyer.email, name: buyer.name } satisfies Recipient;
  if (seller._tag === "Brand") {
    const { ownStock } = (yield* Programs).version(order.program);
    return { email: ownStock.email, name: seller.name } satisfies Recipient;
  }
  const member = Option.getOrUndefined(yield* (yield* Members).get(seller.id));
  if (member === undefined) {
    return yield* new ProviderRefused({
      provider: "members",
      reason: "the seller's loyalty account is gone",
    });
  }
  return { email: member.email, name: member.displayName } satisfies Recipient;
});

/** The label's files: a PDF to print and, where the carrier offers one, a QR code to show (R28). */
const documentsOf = Effect.fnUntraced(function* (label: LabelReference, name: string) {
  const { pdf, qrPng } = yield* (yield* Carrier).labelDocument(label);
  const files: Array<Attachment> = [{ name: `${name}.pdf`, contentType: "application/pdf", content: pdf }];
  if (qrPng !== undefined) files.push({ name: `${name}-qr.png`, contentType: "image/png", content: qrPng });
  return files;
});

const attachmentsOf = (order: Order, mail: MailTag) => {
  if (mail === "ItemSold") {
    const label = labelOf(order);
    if (label !== undefined) return documentsOf(label.reference, "shipping-label");
  }
  if (mail === "RefundAndReturnLabel" && "label" in order.returning) {
    return documentsOf(order.returning.label.reference, "return-label");
  }
  return Effect.succeed([]);
};

/** Sends a mail of an order, if it is still true, and records the address used (R2, R29). */
export const sendOrderMail = Effect.fn("Mails.order")(function* (
  id: OrderId,
  mail: MailTag,
  occurrence: number,
) {
  const order = yield* orderOf(id);
  if (!isStillTrue(order, mail, occurrence)) return;
  // The brand's own pieces are paid to nobody: its staff gets the label, and no more (R17).
  if (order.seller._tag === "Brand" && isForSeller(mail) && mail !== "ItemSold" && mail !== "SaleCancelled")
    return;
  const program = (yield* Programs).version(order.program);
  const links = yield* Links;
  const { email, name } = yield* recipientOf(order, mail);
  const guest = !isForSeller(mail) && order.buyer.member === null;
  const moment = yield* now;
  const href = guest ? links.guestOrder(guestLinkOf(order, program, moment)) : links.order(id);
  const content = orderMail(order, mail, { program, now: moment, recipient: name, order: href });
  if (content === undefined) return;
  const attachments = yield* attachmentsOf(order, mail);
  const messageId = `${id}.${mail}.${occurrence}`;
  const message = { to: email, mail: content, program, messageId, thread: id, attachments };
  if (!(yield* deliver(message, "order"))) return;
  yield* tellOrder(id, { _tag: "RecordMail", mail, occurrence, to: email });
});

import { Effect } from "effect";
import type { Task } from "../../lifecycle/Task.ts";
import { Mail, type MailTag } from "../../mail/Mail.ts";
import { receiveMailReport } from "../mails/receiveMailReport.ts";
import { sendDigest } from "../mails/sendDigest.ts";
import { sendListingMail } from "../mails/sendListingMail.ts";
import { sendOrderMail } from "../mails/sendOrderMail.ts";
import { sendReceipt } from "../mails/sendReceipt.ts";
import { receiveChargeback } from "../receiveChargeback.ts";
import { receiveScans } from "../receiveScans.ts";
import { authorisePayment } from "./authorisePayment.ts";
import { closeListing, issueCredit, refundOrder } from "./settleOrder.ts";
import { cancelPayment, capturePayment } from "./settlePayment.ts";
import { bookPickup, buyLabel, buyReturnLabel, cancelPickup, refundLabel } from "./shipOrder.ts";

const isMailTag = (mail: string): mail is MailTag => mail in Mail.cases;

/**
 * Does a task. Each looks up first whether it is still wanted, and acts under a key of its own: done twice, it acts
 * once. What fails is to be done again later.
 */
export const performTask = Effect.fn("Tasks.perform")(function* (task: Task) {
  switch (task._tag) {
    case "SendListingMail":
      return yield* sendListingMail(task.listing, task.mail, task.occurrence);
    case "SendCheckoutMail":
      return yield* sendReceipt(task.checkout, task.occurrence);
    case "SendOrderMail":
      if (!isMailTag(task.mail)) return yield* Effect.die(new Error(`no mail is called ${task.mail}`));
      return yield* sendOrderMail(task.order, task.mail, task.occurrence);
    case "SendDigest":
      return yield* sendDigest(task.day);
    case "AuthorisePayment":
      return yield* Effect.asVoid(authorisePayment(task.checkout));
    case "CapturePayment":
      return yield* capturePayment(task.checkout);
    case "CancelPayment":
      return yield* cancelPayment(task.checkout);
    case "BuyLabel":
      return yield* buyLabel(task.order);
    case "RefundLabel":
      return yield* refundLabel(task.order);
    case "BookPickup":
      return yield* bookPickup(task.order);
    case "CancelPickup":
      return yield* cancelPickup(task.order);
    case "IssueCredit":
      return yield* issueCredit(task.order);
    case "RefundOrder":
      return yield* refundOrder(task.order);
    case "BuyReturnLabel":
      return yield* buyReturnLabel(task.order);
    case "CloseListing":
      return yield* closeListing(task.listing, task.order, task.completed);
    case "ReceiveScans":
      return yield* Effect.asVoid(receiveScans(task.carrier, task.tracking, task.scans));
    case "ReceiveChargeback":
      return yield* Effect.asVoid(receiveChargeback(task.provider, task.payment, task.outcome));
    case "ReceiveMailReport":
      return yield* Effect.asVoid(receiveMailReport(task));
  }
});

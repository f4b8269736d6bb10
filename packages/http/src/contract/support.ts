import {
  Actor,
  CheckoutId,
  CreditReference,
  DeskCheckoutView,
  Email,
  IssuedCredit,
  Mailbox,
  OrderCommand,
  OrderId,
  OrderView,
  Repeatable,
  SentMailId,
  StoredEvent,
  Task,
  TrackingNumber,
} from "@resale/core";
import { Schema, Struct } from "effect";
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api";
import { readProblems, writeProblems } from "./Problem.ts";
import { changeHeaders, Limit, pageOf, pageQuery, ShortText, writeHeaders } from "./requests.ts";

/** A side effect that waits, was given up, is done, or was ended undone by an operator. */
export const TaskView = Schema.Struct({
  key: Schema.String,
  task: Task,
  attempts: Schema.Int,
  status: Schema.Literals(["Waiting", "Parked", "Done", "Dropped"]),
  dueAt: Schema.Int,
  lastError: Schema.NullOr(Schema.String),
  dropped: Schema.NullOr(Schema.Struct({ by: Actor, reason: Schema.String, at: Schema.Int })),
});

/** The whole story of an order: its facts, its money, its side effects (R53, R55). */
export const Story = Schema.Struct({
  order: OrderView,
  /** What it was paid by, perhaps together with others. */
  checkout: DeskCheckoutView,
  events: Schema.Array(StoredEvent),
  payment: Schema.Array(StoredEvent),
  journal: Schema.Array(
    Schema.Struct({
      order: Schema.String,
      version: Schema.Int,
      account: Schema.String,
      amount: Schema.Int,
    }),
  ),
  tasks: Schema.Array(TaskView),
  /** Addresses its mails go to, of which there is something to say: one has refused a mail, or wants fewer. */
  mailboxes: Schema.Array(Schema.Struct({ email: Schema.String, mailbox: Mailbox })),
});

/** The whole story of a payment: its facts, and its side effects (R21, R55). */
export const CheckoutStory = Schema.Struct({
  checkout: DeskCheckoutView,
  events: Schema.Array(StoredEvent),
  tasks: Schema.Array(TaskView),
});

/** A mail that was sent about an order, and to which address (R2). */
export const SentMailView = Schema.Struct({
  id: SentMailId,
  mail: Schema.String,
  to: Schema.String,
  at: Schema.Int,
});

/** A sent mail in the words its reader got, but without a guest's link (R26). */
export const WrittenMailView = Schema.Struct({
  ...SentMailView.fields,
  subject: Schema.String,
  html: Schema.String,
  text: Schema.String,
});

export const OperatorTaskView = Schema.Struct({
  task: Schema.String,
  since: Schema.Int,
  kind: Schema.Literals(["order", "listing", "checkout"]),
  subject: Schema.String,
  title: Schema.String,
});

export const VerificationView = Schema.Struct({
  orders: Schema.Int,
  faults: Schema.Array(Schema.Struct({ order: Schema.String, problem: Schema.String })),
  balances: Schema.Array(Schema.Struct({ account: Schema.String, amount: Schema.Int })),
});

const { DecideDispute } = OrderCommand.cases;
const command = {
  params: { order: OrderId },
  headers: changeHeaders,
  success: OrderView,
  error: writeProblems,
} as const;

/** For the brand's support: people's addresses stand in bodies, never in an address line. */
export const support = HttpApiGroup.make("support").add(
  HttpApiEndpoint.post("findOrders", "/support/orders/search", {
    payload: Schema.Struct({
      email: Schema.optionalKey(Email),
      tracking: Schema.optionalKey(TrackingNumber),
      credit: Schema.optionalKey(CreditReference),
      seller: Schema.optionalKey(ShortText),
      status: Schema.optionalKey(Schema.Array(ShortText).check(Schema.isMaxLength(20))),
      operatorTask: Schema.optionalKey(ShortText),
      ...pageQuery,
    }),
    success: pageOf(OrderView),
    error: writeProblems,
  }),
  HttpApiEndpoint.get("story", "/support/orders/:order/story", {
    params: { order: OrderId },
    success: Story,
    error: readProblems,
  }),
  HttpApiEndpoint.post("findCheckouts", "/support/checkouts/search", {
    payload: Schema.Struct({ email: Email, ...pageQuery }),
    success: pageOf(DeskCheckoutView),
    error: writeProblems,
  }),
  HttpApiEndpoint.get("checkoutStory", "/support/checkouts/:checkout/story", {
    params: { checkout: CheckoutId },
    success: CheckoutStory,
    error: readProblems,
  }),
  HttpApiEndpoint.get("mails", "/support/orders/:order/mails", {
    params: { order: OrderId },
    success: Schema.Array(SentMailView),
    error: readProblems,
  }),
  HttpApiEndpoint.get("mail", "/support/orders/:order/mails/:mail", {
    params: { order: OrderId, mail: SentMailId },
    success: WrittenMailView,
    error: readProblems,
  }),
  HttpApiEndpoint.post("wait", "/support/orders/:order/wait", command),
  HttpApiEndpoint.post("verifyDelivery", "/support/orders/:order/verified-delivery", command),
  HttpApiEndpoint.post("decideDispute", "/support/orders/:order/dispute-decision", {
    ...command,
    payload: Schema.Struct(Struct.omit(DecideDispute.fields, ["_tag"])),
  }),
  HttpApiEndpoint.post("moderateRating", "/support/orders/:order/rating-moderation", {
    ...command,
    payload: Schema.Struct({ publish: Schema.Boolean }),
  }),
  HttpApiEndpoint.post("repeatSide", "/support/orders/:order/repeat", {
    ...command,
    payload: Schema.Struct({ what: Repeatable }),
  }),
  HttpApiEndpoint.post("releasePayout", "/support/orders/:order/payout-release", command),
  HttpApiEndpoint.post("dropPayout", "/support/orders/:order/payout-drop", command),
  HttpApiEndpoint.post("returnReceived", "/support/orders/:order/received-return", command),
  HttpApiEndpoint.post("closeIntercept", "/support/orders/:order/closed-intercept", command),
  HttpApiEndpoint.post("sendLink", "/support/orders/:order/guest-link", command),
  HttpApiEndpoint.post("revokeLinks", "/support/orders/:order/revoked-guest-links", command),
  HttpApiEndpoint.post("findCredit", "/support/credits/search", {
    payload: Schema.Struct({ email: Email }),
    success: Schema.Array(IssuedCredit),
    error: writeProblems,
  }),
  HttpApiEndpoint.post("resendCredit", "/support/credits/resend", {
    headers: writeHeaders,
    payload: Schema.Struct({ reference: CreditReference, email: Email }),
    error: writeProblems,
  }),
  HttpApiEndpoint.post("viewMailbox", "/support/mailboxes/search", {
    payload: Schema.Struct({ email: Email }),
    success: Mailbox,
    error: writeProblems,
  }),
  HttpApiEndpoint.post("clearRefusal", "/support/mailboxes/cleared-refusal", {
    headers: writeHeaders,
    payload: Schema.Struct({ email: Email }),
    error: writeProblems,
  }),
  HttpApiEndpoint.get("operatorTasks", "/support/operator-tasks", {
    query: { limit: Limit },
    success: Schema.Array(OperatorTaskView),
    error: readProblems,
  }),
  HttpApiEndpoint.get("listTasks", "/support/tasks", {
    query: { ...pageQuery, status: Schema.optionalKey(TaskView.fields.status) },
    success: pageOf(TaskView),
    error: readProblems,
  }),
  HttpApiEndpoint.get("webhooks", "/support/orders/:order/webhooks", {
    params: { order: OrderId },
    success: Schema.Array(TaskView),
    error: readProblems,
  }),
  HttpApiEndpoint.post("repeatTask", "/support/tasks/repeat", {
    headers: writeHeaders,
    payload: Schema.Struct({ key: Schema.String.check(Schema.isBetweenLength(1, 500)) }),
    error: writeProblems,
  }),
  HttpApiEndpoint.get("verifyJournal", "/support/journal/verification", {
    success: VerificationView,
    error: readProblems,
  }),
);

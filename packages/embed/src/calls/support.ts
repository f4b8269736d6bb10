import {
  CheckoutId,
  CivilDate,
  CreditReference,
  checkoutStory,
  clearRefusal,
  dropTask,
  Email,
  findCheckouts,
  findCredit,
  findOrders,
  listTasks,
  OrderId,
  operatorTasks,
  orderStory,
  readFigures,
  repeatTask,
  resendCredit,
  SentMailId,
  sentMail,
  sentMails,
  toldOfOrder,
  viewMailbox,
} from "@resale/core";
import { Schema } from "effect";
import { Limit, named, Page } from "./inputs.ts";
import { read, write } from "./Row.ts";

const Sought = named(
  "query",
  Schema.Struct({
    ...Page.fields,
    email: Schema.optionalKey(Email),
    tracking: Schema.optionalKey(Schema.String),
    credit: Schema.optionalKey(CreditReference),
    seller: Schema.optionalKey(Schema.String),
    status: Schema.optionalKey(Schema.Array(Schema.String)),
    operatorTask: Schema.optionalKey(Schema.String),
  }),
);

const SoughtCheckouts = named("query", Schema.Struct({ ...Page.fields, email: Email }));

const SoughtTasks = named(
  "query",
  Schema.Struct({
    ...Page.fields,
    status: Schema.optionalKey(Schema.Literals(["Waiting", "Parked", "Done", "Dropped"])),
  }),
);

const Days = named("days", Schema.Struct({ from: CivilDate, to: CivilDate }));

const order = named("order", OrderId);
const email = named("email", Email);
const task = named("task", Schema.String);

/** For the brand's support: finding, and setting going again what has come to a stop. */
export const support = {
  findOrders: read(findOrders, Sought),
  orderStory: read(orderStory, order),
  findCheckouts: read(findCheckouts, SoughtCheckouts),
  checkoutStory: read(checkoutStory, named("checkout", CheckoutId)),
  toldOfOrder: read(toldOfOrder, order),
  sentMails: read(sentMails, order),
  sentMail: read(sentMail, order, named("mail", SentMailId)),
  mailbox: read(viewMailbox, email),
  clearRefusal: write(clearRefusal, email),
  operatorTasks: read(operatorTasks, named("limit", Limit)),
  findCredit: read(findCredit, email),
  resendCredit: read(resendCredit, named("reference", CreditReference), email),
  tasks: read(listTasks, SoughtTasks),
  repeatTask: read(repeatTask, task),
  dropTask: read(dropTask, task, named("reason", Schema.String)),
  figures: read(readFigures, Days),
} as const;

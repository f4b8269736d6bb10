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
import { Limit, Page } from "./inputs.ts";
import { read, write } from "./Row.ts";

const Sought = Schema.Struct({
  ...Page.fields,
  email: Schema.optionalKey(Email),
  tracking: Schema.optionalKey(Schema.String),
  credit: Schema.optionalKey(CreditReference),
  seller: Schema.optionalKey(Schema.String),
  status: Schema.optionalKey(Schema.Array(Schema.String)),
  operatorTask: Schema.optionalKey(Schema.String),
});

const SoughtCheckouts = Schema.Struct({ ...Page.fields, email: Email });

const SoughtTasks = Schema.Struct({
  ...Page.fields,
  status: Schema.optionalKey(Schema.Literals(["Waiting", "Parked", "Done", "Dropped"])),
});

const Days = Schema.Struct({ from: CivilDate, to: CivilDate });

/** For the brand's support: finding, and setting going again what has come to a stop. */
export const support = {
  findOrders: read(findOrders, Sought),
  orderStory: read(orderStory, OrderId),
  findCheckouts: read(findCheckouts, SoughtCheckouts),
  checkoutStory: read(checkoutStory, CheckoutId),
  toldOfOrder: read(toldOfOrder, OrderId),
  sentMails: read(sentMails, OrderId),
  sentMail: read(sentMail, OrderId, SentMailId),
  mailbox: read(viewMailbox, Email),
  clearRefusal: write(clearRefusal, Email),
  operatorTasks: read(operatorTasks, Limit),
  findCredit: read(findCredit, Email),
  resendCredit: read(resendCredit, CreditReference, Email),
  tasks: read(listTasks, SoughtTasks),
  repeatTask: read(repeatTask, Schema.String),
  dropTask: read(dropTask, Schema.String, Schema.String),
  figures: read(readFigures, Days),
} as const;

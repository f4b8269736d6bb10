import {
  type Actor,
  CheckoutId,
  CreditReference,
  checkoutStory,
  dropTask,
  type Email,
  findCheckouts,
  findCredit,
  findOrders,
  listTasks,
  OrderId,
  operatorTasks,
  orderStory,
  type Rejection,
  repeatTask,
  resendCredit,
  SentMailId,
  sentMail,
  sentMails,
  toldOfOrder,
  viewMailbox,
} from "@resale/core";
import { asCarrier, asPaymentProvider, asReviewer, asStranger, asSupport, asVisitor } from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { play, type Services } from "./playing.ts";

const order = OrderId.make(crypto.randomUUID());
const checkout = CheckoutId.make(crypto.randomUUID());
const email = "grace@buyers.example" as Email;
const card = CreditReference.make("card_1");

const questions = {
  FindOrders: (actor: Actor) => findOrders(actor, { limit: 1 }),
  OrderStory: (actor: Actor) => orderStory(actor, order),
  OperatorTasks: (actor: Actor) => operatorTasks(actor, 1),
  FindCredit: (actor: Actor) => findCredit(actor, email),
  ResendCredit: (actor: Actor) => resendCredit(actor, card, email),
  ListTasks: (actor: Actor) => listTasks(actor, { limit: 1 }),
  RepeatTask: (actor: Actor) => repeatTask(actor, "key"),
  DropTask: (actor: Actor) => dropTask(actor, "key", "mine"),
  FindCheckouts: (actor: Actor) => findCheckouts(actor, { email, limit: 1 }),
  CheckoutStory: (actor: Actor) => checkoutStory(actor, checkout),
  ToldOfOrder: (actor: Actor) => toldOfOrder(actor, order),
  ViewMailbox: (actor: Actor) => viewMailbox(actor, email),
  SentMails: (actor: Actor) => sentMails(actor, order),
  SentMail: (actor: Actor) => sentMail(actor, order, SentMailId.make("order.1")),
};

const others = [asVisitor, asStranger, asCarrier, asPaymentProvider];
const allowed = ["Reviewer", "Support"];

/** What somebody is refused with who asks; nothing where they are answered. */
const answered = (ask: (typeof questions)[keyof typeof questions], actor: Actor) =>
  Effect.match(Effect.asVoid<unknown, Rejection, Services>(ask(actor)), {
    onFailure: (refusal) => refusal,
    onSuccess: () => undefined,
  });

describe("the support desk", () => {
  it.each(Object.entries(questions))(
    "R54 answers %s to the brand's staff, and to nobody else",
    (command, ask) =>
      play(() =>
        Effect.gen(function* () {
          for (const actor of others) {
            const refusal = { _tag: "NotAllowed", command, actor: actor._tag, allowed };
            expect(yield* answered(ask, actor)).toEqual(refusal);
          }
          for (const actor of [asSupport, asReviewer]) {
            expect((yield* answered(ask, actor))?._tag).not.toBe("NotAllowed");
          }
        }),
      ),
  );
});

import {
  type Actor,
  type Caller,
  checkoutStory,
  clearRefusal,
  commandOrder,
  findCheckouts,
  findCredit,
  findOrders,
  type KeptTask,
  listTasks,
  operatorTasks,
  orderStory,
  type Rejection,
  repeatTask,
  resendCredit,
  sentMail,
  sentMails,
  toldOfOrder,
  verifyJournal,
  viewMailbox,
} from "@resale/core";
import { Effect, Schema } from "effect";
import type { HandlersOf } from "../Handlers.ts";
import { eventView } from "./eventView.ts";
import { once } from "./once.ts";
import { PAGE, paged } from "./pageOf.ts";

const staffOnly = (actor: Actor, command: string): Effect.Effect<void, Rejection> =>
  actor._tag === "Support" || actor._tag === "Reviewer"
    ? Effect.void
    : Effect.fail({ _tag: "NotAllowed", command, actor: actor._tag, allowed: ["Reviewer", "Support"] });

/** Something that has no answer, done once for a caller's key. */
const done = <E, R>(caller: Caller, act: Effect.Effect<void, E, R>) =>
  Effect.asVoid(once(caller, Schema.Null, Effect.as(act, null)));

const taskView = ({ lastError, dropped, ...task }: KeptTask) => ({
  ...task,
  lastError: lastError ?? null,
  dropped: dropped ?? null,
});

export const support: HandlersOf<"support"> = {
  findOrders: ({ caller, payload: { limit, cursor, ...wanted } }) =>
    paged(
      { ...(limit === undefined ? {} : { limit }), ...(cursor === undefined ? {} : { cursor }) },
      ({ id }) => id,
      (page) => findOrders(caller.actor, { ...wanted, ...page }),
    ),
  findCheckouts: ({ caller, payload: { email, ...asked } }) =>
    paged(
      asked,
      ({ id }) => id,
      (page) => findCheckouts(caller.actor, { email, ...page }),
    ),
  checkoutStory: ({ caller, params }) =>
    Effect.map(checkoutStory(caller.actor, params.checkout), ({ checkout, events, tasks }) => ({
      checkout,
      events: events.map(eventView),
      tasks: tasks.map(taskView),
    })),
  story: ({ caller, params }) =>
    Effect.map(orderStory(caller.actor, params.order), ({ events, payment, tasks, ...story }) => ({
      ...story,
      events: events.map(eventView),
      payment: payment.map(eventView),
      tasks: tasks.map(taskView),
    })),
  mails: ({ caller, params }) => sentMails(caller.actor, params.order),
  mail: ({ caller, params }) => sentMail(caller.actor, params.order, params.mail),
  wait: ({ caller, params }) => commandOrder(caller, params.order, { _tag: "Wait" }),
  verifyDelivery: ({ caller, params }) => commandOrder(caller, params.order, { _tag: "VerifyDelivery" }),
  decideDispute: ({ caller, params, payload }) =>
    commandOrder(caller, params.order, { _tag: "DecideDispute", ...payload }),
  moderateRating: ({ caller, params, payload }) =>
    commandOrder(caller, params.order, { _tag: "ModerateRating", ...payload }),
  repeatSide: ({ caller, params, payload }) =>
    commandOrder(caller, params.order, { _tag: "Repeat", ...payload }),
  releasePayout: ({ caller, params }) => commandOrder(caller, params.order, { _tag: "ReleasePayout" }),
  dropPayout: ({ caller, params }) => commandOrder(caller, params.order, { _tag: "DropPayout" }),
  returnReceived: ({ caller, params }) =>
    commandOrder(caller, params.order, { _tag: "RecordReturnReceived" }),
  closeIntercept: ({ caller, params }) => commandOrder(caller, params.order, { _tag: "CloseIntercept" }),
  sendLink: ({ caller, params }) => commandOrder(caller, params.order, { _tag: "SendLink" }),
  revokeLinks: ({ caller, params }) => commandOrder(caller, params.order, { _tag: "RevokeLinks" }),
  findCredit: ({ caller, payload }) => findCredit(caller.actor, payload.email),
  resendCredit: ({ caller, payload }) =>
    done(caller, resendCredit(caller.actor, payload.reference, payload.email)),
  viewMailbox: ({ caller, payload }) => viewMailbox(caller.actor, payload.email),
  clearRefusal: ({ caller, payload }) => Effect.asVoid(clearRefusal(caller, payload.email)),
  operatorTasks: ({ caller, query }) => operatorTasks(caller.actor, query.limit ?? PAGE),
  listTasks: ({ caller, query: { status, ...page } }) =>
    paged(
      page,
      ({ key }) => key,
      (one) =>
        Effect.map(
          listTasks(caller.actor, { ...one, ...(status === undefined ? {} : { status }) }),
          (tasks) => tasks.map(taskView),
        ),
    ),
  webhooks: ({ caller, params }) =>
    Effect.map(toldOfOrder(caller.actor, params.order), (news) => news.map(taskView)),
  repeatTask: ({ caller, payload }) => done(caller, repeatTask(caller.actor, payload.key)),
  verifyJournal: ({ caller }) =>
    Effect.gen(function* () {
      yield* staffOnly(caller.actor, "VerifyJournal");
      const { balances, ...found } = yield* verifyJournal();
      return { ...found, balances: [...balances].map(([account, amount]) => ({ account, amount })) };
    }),
};

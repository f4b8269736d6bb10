import {
  advanceClock,
  clearRefusal,
  DAY,
  declineOptionalMails,
  type Email,
  Email as EmailSchema,
  History,
  instant,
  listTasks,
  type MailReport,
  operatorTasks,
  orderStory,
  ProviderRefused,
  plus,
  receiveMailReport,
  runTasks,
  takeDown,
  viewMailbox,
} from "@resale/core";
import { asStranger, asSupport, buyPieces, listPiece, MemoryMailer } from "@resale/testkit";
import { Effect, Option, Schema } from "effect";
import { describe, expect, it } from "vitest";
import { play, refusalOf } from "./playing.ts";

const isSent = Schema.is(
  Schema.Struct({
    _tag: Schema.Literal("MailSent"),
    mail: Schema.String,
    occurrence: Schema.Int,
    to: EmailSchema,
  }),
);

const sale = Effect.gen(function* () {
  const { listing, seller } = yield* listPiece();
  const { order } = yield* buyPieces([listing]);
  const events = yield* (yield* History).of({ kind: "order", id: order });
  const sold = events.flatMap(({ event }) => (isSent(event) && event.mail === "ItemSold" ? [event] : []));
  const mail = Option.getOrThrow(Option.fromNullishOr(sold[0]));
  const report: MailReport = {
    messageId: `${order}.ItemSold.${mail.occurrence}`,
    recipient: mail.to,
    outcome: "Failed",
    reason: "550 5.1.1 no such user",
  };
  return { order, seller, report };
});

const tags = (to: Email) =>
  MemoryMailer.use((mailer) => Effect.sync(() => mailer.to(to).map(({ mail }) => mail._tag)));

describe("a mail that came back", () => {
  it("is seen beside the order and among what waits for operators, until support clears it", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { order, seller, report } = yield* sale;
        expect(yield* receiveMailReport(report)).toBe("Recorded");
        const refusal = {
          at: clock.now,
          mail: "ItemSold",
          about: { kind: "order", id: order },
          reason: report.reason,
          by: "Report",
        };
        const story = yield* orderStory(asSupport, order);
        expect(story.mailboxes).toEqual([
          { email: seller.email.toLowerCase(), mailbox: { _tag: "Refusing", optional: true, refusal } },
        ]);
        const waiting = (yield* operatorTasks(asSupport, 50)).filter(({ task }) => task === "MailRefused");
        expect(waiting).toMatchObject([{ kind: "order", subject: order, since: clock.now }]);
        expect(waiting[0]?.title).toContain("no such user");
        yield* clearRefusal({ actor: asSupport }, seller.email);
        expect(yield* viewMailbox(asSupport, seller.email)).toEqual({ _tag: "Reachable", optional: true });
        expect((yield* operatorTasks(asSupport, 50)).map(({ task }) => task)).not.toContain("MailRefused");
      }),
    ));

  it("is kept once, however often it is told", () =>
    play(() =>
      Effect.gen(function* () {
        const { seller, report } = yield* sale;
        for (const _ of [1, 2, 3]) expect(yield* receiveMailReport(report)).toBe("Recorded");
        const id = seller.email.toLowerCase();
        expect(yield* (yield* History).of({ kind: "mailbox", id })).toHaveLength(1);
      }),
    ));

  it("is known in letters of any case: an address that names it may have lost them on its way", () =>
    play(() =>
      Effect.gen(function* () {
        const { seller, report } = yield* sale;
        const lost = { ...report, messageId: report.messageId.toLowerCase() };
        expect(yield* receiveMailReport(lost)).toBe("Recorded");
        expect(yield* viewMailbox(asSupport, seller.email)).toMatchObject({ refusal: { mail: "ItemSold" } });
      }),
    ));

  it("is taken down when it is told over HTTP, and acted on by a worker, once however often it is told", () =>
    play(() =>
      Effect.gen(function* () {
        const { seller, report } = yield* sale;
        const told = { _tag: "ReceiveMailReport", ...report } as const;
        expect([yield* takeDown("one", [told]), yield* takeDown("one", [told])]).toEqual([1, 0]);
        expect(yield* viewMailbox(asSupport, seller.email)).toMatchObject({ _tag: "Reachable" });
        yield* runTasks(10);
        expect(yield* viewMailbox(asSupport, seller.email)).toMatchObject({ _tag: "Refusing" });
      }),
    ));

  it("is none of ours, if we sent no such mail to this address: anybody can write a report", () =>
    play(() =>
      Effect.gen(function* () {
        const { seller, report } = yield* sale;
        const forged: ReadonlyArray<MailReport> = [
          { ...report, recipient: "somebody.else@example.com" as Email },
          { ...report, messageId: report.messageId.replace("ItemSold", "PayoutOnItsWay") },
          { ...report, messageId: `${report.messageId}9` },
          { ...report, messageId: "digest.2026-11-20.0" },
          { ...report, messageId: "nothing" },
        ];
        for (const one of forged) expect(yield* receiveMailReport(one), one.messageId).toBe("NotOurs");
        expect(yield* viewMailbox(asSupport, seller.email)).toEqual({ _tag: "Reachable", optional: true });
      }),
    ));

  it("is not lost yet, while the server tries on", () =>
    play(() =>
      Effect.gen(function* () {
        const { seller, report } = yield* sale;
        for (const outcome of ["Delayed", "Delivered"] as const)
          expect(yield* receiveMailReport({ ...report, outcome })).toBe("NothingToRecord");
        expect(yield* viewMailbox(asSupport, seller.email)).toMatchObject({ _tag: "Reachable" });
      }),
    ));

  it("R54 is support's to look at and to clear", () =>
    play(() =>
      Effect.gen(function* () {
        const { seller, report } = yield* sale;
        yield* receiveMailReport(report);
        expect(yield* refusalOf(viewMailbox(asStranger, seller.email))).toMatchObject({ _tag: "NotAllowed" });
        expect(yield* refusalOf(clearRefusal({ actor: asStranger }, seller.email))).toMatchObject({
          _tag: "NotFound",
        });
      }),
    ));
});

describe("an address that the mail server refuses", () => {
  it("is kept with the server's words, and its mail is given up for an operator", () =>
    play(() =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const refused = new ProviderRefused({ provider: "smtp", reason: "550 no such box" });
        (yield* MemoryMailer).failNext("send", refused);
        const { order } = yield* buyPieces([listing]);
        const { mailboxes } = yield* orderStory(asSupport, order);
        const refusing = mailboxes.filter(({ mailbox }) => mailbox._tag === "Refusing");
        expect(refusing).toHaveLength(1);
        expect(refusing[0]?.mailbox).toMatchObject({ refusal: { by: "Server", reason: "550 no such box" } });
        expect(yield* listTasks(asSupport, { status: "Parked", limit: 10 })).toHaveLength(1);
      }),
    ));
});

describe("optional mails", () => {
  it("go to whoever has not declined them", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { seller } = yield* sale;
        yield* advanceClock(plus(instant(clock.now), 6 * DAY));
        expect(yield* tags(seller.email)).toEqual(
          expect.arrayContaining(["ShipReminder", "ShipmentOverdue"]),
        );
      }),
    ));

  it("do not go to who has declined them; all others do", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { seller } = yield* sale;
        yield* declineOptionalMails(seller.email);
        yield* advanceClock(plus(instant(clock.now), 6 * DAY));
        const sent = yield* tags(seller.email);
        expect(sent).toContain("ShipmentOverdue");
        expect(sent).not.toContain("ShipReminder");
      }),
    ));

  it("do not go to an address that refused a mail; all others are tried", () =>
    play(({ clock }) =>
      Effect.gen(function* () {
        const { seller, report } = yield* sale;
        yield* receiveMailReport(report);
        yield* advanceClock(plus(instant(clock.now), 6 * DAY));
        const sent = yield* tags(seller.email);
        expect(sent).toContain("ShipmentOverdue");
        expect(sent).not.toContain("ShipReminder");
      }),
    ));
});

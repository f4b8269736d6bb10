import { DAY, HOUR, type OrderIn, system } from "@resale/core";
import {
  aBuyer,
  aConfirmedOrder,
  aDeliveredOrder,
  anOrderConfirmedBySilence,
  anOrderInTransit,
  aPlacedOrder,
  aProgram,
  aRejectedDispute,
  aScan,
  asBuyer,
  asCarrier,
  asSeller,
  asStranger,
  asSupport,
  scanned,
  scansCommand,
  theBrand,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";

const delivered = aDeliveredOrder();
const window = (delivered.state as OrderIn<"Delivered">).window;
const left = window.at - delivered.now;
const confirm = { _tag: "Confirm" } as const;
const rate = (stars: number) => ({ _tag: "Rate", stars, text: "As described." }) as const;

describe("the buyer's window", () => {
  it("R40 is 72 hours from the moment the engine learned of the delivery; the carrier's own time is kept too", () => {
    const moving = anOrderInTransit();
    const learned = moving.give(asCarrier, scansCommand(aScan("Delivered", moving.now, "94105")), 30 * HOUR);
    expect(learned.state).toMatchObject({
      deliveredAt: moving.now,
      learnedAt: learned.now,
      window: { at: learned.now + 72 * HOUR, reckoning: { _tag: "Elapsed", from: learned.now } },
    });
  });

  it.each([
    [-1, "Confirmed"],
    [0, "WrongState"],
    [1, "WrongState"],
  ] as const)("R41 a confirmation at the deadline %+i ms: %s", (milliseconds, answer) => {
    const outcome = given(delivered).when(asBuyer, confirm, left + milliseconds);
    if (answer === "Confirmed") outcome.thenState("Confirmed");
    else outcome.thenRefusal("WrongState", { state: "ConfirmedAutomatically", openIn: ["Delivered"] });
  });

  it.each([
    [-1, "Delivered"],
    [0, "ConfirmedAutomatically"],
    [1, "ConfirmedAutomatically"],
  ] as const)(
    "R41 confirms by itself at the deadline, not a millisecond before: %+i ms",
    (milliseconds, state) => {
      given(delivered)
        .whenNothingHappensFor(left + milliseconds)
        .thenState(state);
    },
  );

  it("R41 R43 it was confirmed at the deadline, however late a worker wakes", () => {
    const late = delivered.after(90 * DAY);
    expect(late.state).toMatchObject({ _tag: "ConfirmedAutomatically", confirmedAt: window.at });
  });

  it("R43 silence pays, and is never recorded as the buyer's word", () => {
    const silent = anOrderConfirmedBySilence();
    expect(silent.tasks.map(({ task }) => ("mail" in task ? task.mail : task._tag))).toContain(
      "ConfirmedAutomatically",
    );
    const facts = silent.history.filter(
      ({ cause }) => cause._tag === "Timer" && cause.timer === "acceptance",
    );
    expect(facts.map(({ event, actor }) => [(event as { _tag: string })._tag, actor._tag])).toEqual([
      ["ConfirmedAutomatically", "System"],
      ["PayoutFellDue", "System"],
    ]);
  });

  it("R40 the buyer hears a day before it closes", () => {
    given(delivered)
      .whenNothingHappensFor(48 * HOUR - 1)
      .thenTasks();
    given(delivered)
      .whenNothingHappensFor(48 * HOUR)
      .thenTasks("WindowClosing");
    given(delivered)
      .whenNothingHappensFor(72 * HOUR - 1)
      .thenTasks("WindowClosing");
  });

  it("R42 on delivery the buyer is asked to confirm and to rate", () => {
    const moving = anOrderInTransit();
    given(moving)
      .when(asCarrier, scansCommand(aScan("Delivered", moving.now, "94105")))
      .thenTasks("ParcelDelivered");
  });

  it("R37 the same delivery told again does not open the window anew", () => {
    const again = scanned(delivered, "Delivered", HOUR, "94105");
    expect(again.state).toMatchObject({ window, learnedAt: delivered.now, deliveredAt: again.now });
  });

  it("R25 the buyer cannot cancel or return: there are a confirmation and a dispute, and nothing else", () => {
    const buyerMay = Object.entries(delivered.machine.table)
      .filter(([, { by }]) => by.some((role) => role === "Buyer"))
      .map(([command]) => command);
    expect(buyerMay).toEqual(["Confirm", "OpenDispute", "Rate"]);
    given(delivered)
      .when(asBuyer, { _tag: "Cancel", reason: { code: "Other", text: "" } })
      .thenRefusal("NotAllowed", { actor: "Buyer", allowed: ["Support"] });
  });

  it("R26 a guest confirms by the order's link, and by no other", () => {
    const order = aDeliveredOrder({ buyer: aBuyer({ member: null }) });
    given(order).when({ _tag: "Guest", order: order.state.id }, confirm).thenState("Confirmed");
    given(order).when({ _tag: "Guest", order: aPlacedOrder().state.id }, confirm).thenRefusal("NotFound");
  });

  it("R54 nobody else confirms", () => {
    given(delivered)
      .when(asSeller, confirm)
      .thenRefusal("NotAllowed", { actor: "Seller", allowed: ["Buyer"] });
    given(delivered).when(asSupport, confirm).thenRefusal("NotAllowed");
    given(delivered).when(asStranger, confirm).thenRefusal("NotFound", { subject: "order" });
  });
});

describe("rating", () => {
  it("R42 confirming and rating are two acts, in either order", () => {
    given(delivered).when(asBuyer, rate(5)).thenFacts("Rated").thenState("Delivered");
    for (const ended of [aConfirmedOrder(), anOrderConfirmedBySilence(), aRejectedDispute()]) {
      given(ended)
        .when(asBuyer, rate(4), 30 * DAY)
        .thenFacts("Rated")
        .thenState(ended.state._tag);
    }
  });

  it("R42 confirming asks for no rating", () => {
    given(delivered).when(asBuyer, confirm).thenState("Confirmed", { rating: null });
  });

  it("R42 once per order", () => {
    const rated = delivered.give(asBuyer, rate(5));
    given(rated).when(asBuyer, rate(1)).thenRefusal("AlreadyDone", { what: "rating" });
  });

  it.each([
    [0, false],
    [1, true],
    [5, true],
    [6, false],
    [2.5, false],
    [Number.NaN, false],
  ])("R42 %d stars: %s", (stars, taken) => {
    const outcome = given(delivered).when(asBuyer, rate(stars));
    if (taken) outcome.thenFacts("Rated");
    else outcome.thenRefusal("Invalid", { faults: [{ field: "stars" }] });
  });

  it("R42 it counts once an operator has published it", () => {
    const rated = delivered.give(asBuyer, rate(5));
    expect(rated.machine.index(rated.state)).toMatchObject({ stars: null, operatorTasks: ["RatingWaiting"] });
    given(rated).when(asSupport, { _tag: "ModerateRating", publish: true }).thenTasks("SaleRated");
    const published = rated.give(asSupport, { _tag: "ModerateRating", publish: true });
    expect(published.machine.index(published.state)).toMatchObject({ stars: 5, operatorTasks: [] });
    given(published).when(asSupport, { _tag: "ModerateRating", publish: true }).thenFacts();
    const hidden = published.give(asSupport, { _tag: "ModerateRating", publish: false });
    expect(hidden.machine.index(hidden.state).stars).toBeNull();
  });

  it("R42 a Program may publish at once", () => {
    const program = aProgram({ ratings: { moderated: false } });
    const order = aDeliveredOrder({ program });
    given(order).when(asBuyer, rate(5)).thenTasks("SaleRated");
  });

  it("R42 there is nothing to moderate before there is a rating", () => {
    given(delivered)
      .when(asSupport, { _tag: "ModerateRating", publish: true })
      .thenRefusal("NothingToRepeat");
  });

  it("R17 the brand's own stock has no seller to rate", () => {
    given(aDeliveredOrder({ seller: theBrand }))
      .when(asBuyer, rate(5))
      .thenRefusal("NoSellerToRate");
  });

  it("R2 mails are recorded with the address they went to", () => {
    const command = {
      _tag: "RecordMail",
      mail: "ParcelDelivered",
      occurrence: 1,
      to: "grace@new.example",
    } as const;
    given(delivered).when(system, command).thenFacts("MailSent");
    const told = delivered.give(system, command).history.at(-1)?.event;
    expect(told).toMatchObject({ mail: "ParcelDelivered", to: "grace@new.example" });
  });
});

import { HOUR, type OrderIn, type Photo } from "@resale/core";
import {
  aConfirmedOrder,
  aDeliveredOrder,
  aHeldCheckout,
  aLiveListing,
  anOrderAwaitingShipment,
  aPaidOrder,
  aSubmittedListing,
  asBuyer,
  asSupport,
  cancelCommand,
  disputeCommand,
} from "@resale/testkit";
import { describe, expect, it } from "vitest";

describe("what is written for a decision", () => {
  it("R55 who, when, what, from which command; numbered without gaps", () => {
    const confirmed = aDeliveredOrder().give(asBuyer, { _tag: "Confirm" }, HOUR);
    const [confirm, payout] = confirmed.history.slice(-2);
    expect(confirm).toEqual({
      subject: { kind: "order", id: confirmed.id },
      version: confirmed.version - 1,
      at: confirmed.now,
      actor: asBuyer,
      cause: { _tag: "Command", command: { _tag: "Confirm" } },
      event: { _tag: "Confirmed", at: confirmed.now },
    });
    expect(payout).toMatchObject({
      version: confirmed.version,
      cause: { _tag: "SameCommand" },
      actor: asBuyer,
    });
  });

  it("R55 what the clock did is the engine's, and names its timer, even beside a command", () => {
    const late = aPaidOrder().give(asSupport, cancelCommand(), 5 * HOUR);
    expect(late.history.slice(-4).map(({ actor, cause }) => [actor._tag, cause._tag])).toEqual([
      ["System", "Command"],
      ["System", "Timer"],
      ["Support", "Command"],
      ["Support", "SameCommand"],
    ]);
    expect(late.history.at(-3)?.cause).toEqual({ _tag: "Timer", timer: "labelLate" });
  });

  it("each task has a key of its own, made from its fact", () => {
    const { tasks, id, version } = aDeliveredOrder().give(asBuyer, disputeCommand(), HOUR);
    const keys = tasks.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.slice(-2)).toEqual([`${id}.${version}.0`, `${id}.${version}.1`]);
  });

  it("it says by what the subject was found before, when it is next due, and what shoppers find", () => {
    const awaiting = anOrderAwaitingShipment();
    const [placed, paid] = awaiting.chapter.changes;
    expect(placed).not.toHaveProperty("before");
    expect(placed).not.toHaveProperty("catalogue");
    expect(paid?.before).toEqual(placed?.index);
    expect(awaiting.chapter.changes.at(-1)?.due).toBe(
      (awaiting.state as OrderIn<"AwaitingShipment">).reminder?.at,
    );
    expect(aConfirmedOrder().chapter.changes.at(-1)?.due).toBeNull();
    const changes = aLiveListing().chapter.changes.map(({ catalogue }) => catalogue);
    expect(changes.slice(0, -1).every((entry) => entry === null)).toBe(true);
    expect(changes.at(-1)).toMatchObject({ title: "Jet Set Medium Tote" });
  });

  it("R53 money is booked with the fact that moved it", () => {
    const { journal, history } = aConfirmedOrder();
    for (const { version } of journal) {
      const { event } = history[version - 1] ?? { event: null };
      expect(["Paid", "Confirmed"]).toContain((event as { _tag: string })._tag);
    }
  });

  it("a subject says by what it is found", () => {
    const order = aDeliveredOrder();
    expect(order.machine.index(order.state)).toEqual({
      status: "Delivered",
      claim: null,
      seller: "ada",
      buyer: "grace",
      email: "grace@example.com",
      tracking: "9400100000000000000001",
      parent: order.state.checkout,
      operatorTasks: [],
      stars: null,
      credit: null,
    });
    const checkout = aHeldCheckout();
    expect(checkout.machine.index(checkout.state)).toMatchObject({ buyer: "grace", parent: null });
    const listing = aSubmittedListing();
    expect(listing.machine.index(listing.state)).toMatchObject({ seller: "ada", status: "Submitted" });
  });

  it("R20 the catalogue shows what can be bought", () => {
    const { machine, state, program } = aLiveListing({ price: 120_00, grade: "Good" });
    expect(machine.catalogue?.(state, program)).toMatchObject({
      title: "Jet Set Medium Tote",
      category: "Handbags",
      grade: "Good",
      price: 120_00,
      msrp: 250_00,
      ownStock: false,
      reserved: false,
    });
  });

  it("R7 R20 the catalogue shows the first photo, and its few pixels until it has come", () => {
    const { machine, state, program } = aLiveListing();
    if (state._tag !== "Live") throw new Error("it is not live");
    const [front, ...others] = state.details.photos;
    if (front === undefined) throw new Error("it has no photo");
    const shownOf = (photo: Photo) => {
      const photos = [...others, { ...front, photo }];
      return machine.catalogue?.({ ...state, details: { ...state.details, photos } }, program);
    };
    const placeholder = "data:image/webp;base64,UklGRg==";
    expect(shownOf({ ...front.photo, placeholder })).toMatchObject({ photo: front.photo.id, placeholder });
    expect(shownOf(front.photo)).not.toHaveProperty("placeholder");
  });

  it("R48 R28 the tasks that move money or parcels name their order, and nothing of its people", () => {
    for (const { task } of [...aConfirmedOrder().tasks, ...aPaidOrder().tasks]) {
      // As words: an id may hold the letters of a name.
      expect(JSON.stringify(task)).not.toMatch(/@|\b(?:ada|grace)\b/i);
    }
  });
});

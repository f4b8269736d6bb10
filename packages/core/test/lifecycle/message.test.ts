import { type Deadline, type Instant, instant, messageOf, preLoved, Rejection } from "@resale/core";
import { at, holdUntil } from "@resale/testkit";
import { describe, expect, it } from "vitest";

const deadline = holdUntil(preLoved, 0 as Instant);

/** One of each, with what of it must be read. */
const refusals: {
  readonly [Tag in Rejection["_tag"]]: readonly [
    Omit<Extract<Rejection, { readonly _tag: Tag }>, "_tag">,
    ReadonlyArray<string>,
  ];
} = {
  NotFound: [{ subject: "order", id: "o-1" }, ["no such order", "not yours"]],
  NotAllowed: [
    { command: "Approve", actor: "Seller", allowed: ["Reviewer", "System"] },
    ["Approve is not for Seller, but for Reviewer, System"],
  ],
  WrongState: [
    { command: "Confirm", state: "InTransit", openIn: ["Delivered", "Disputed"] },
    ["Confirm is not possible in InTransit, only in Delivered, Disputed"],
  ],
  VersionChanged: [{ subject: "listing", seen: [3, 4], current: 5 }, ["listing", "version 3, 4", "at 5"]],
  Invalid: [
    {
      faults: [
        { field: "stars", problem: "is missing" },
        { field: "text", problem: "is too long" },
      ],
    },
    ["stars: is missing; text: is too long"],
  ],
  MembershipRequired: [{ loyalty: "KORSVIP", membership: "Lapsed" }, ["active members of KORSVIP"]],
  NotInPurchaseHistory: [{ unit: "p-1~1" }, ["p-1~1 is not in your purchase history", "as a guest"]],
  UnitRefunded: [{ unit: "p-1~1" }, ["refund"]],
  UnitAlreadyListed: [{ unit: "p-1~1" }, ["already"]],
  CategoryNotTaken: [{ category: "Watches", taken: ["Bags", "Belts"] }, ["Watches", "only Bags, Belts"]],
  OtherBrand: [{ product: "Tote", brand: "Michael Kors" }, ["Tote is not by Michael Kors"]],
  CollectionNotTaken: [{ collection: "Spring" }, ["collection Spring"]],
  RegionRefused: [{ direction: "ShipTo", code: "PR", name: "Puerto Rico" }, ["can't ship to Puerto Rico"]],
  RevisionChanged: [{ reviewed: 2, current: 3 }, ["revision 2", "at 3"]],
  OwnListing: [{ listing: "l-1", title: "Tote" }, ["Tote is your own listing"]],
  ListingsUnavailable: [
    {
      listings: [
        { listing: "l-1", title: "Tote", why: "Sold" },
        { listing: "l-2", title: "Clutch", why: "Reserved" },
        { listing: "l-3", title: "Purse", why: "Gone" },
      ],
    },
    [
      "Tote is sold; Clutch is held by somebody else just now; Purse is no longer offered. Nothing was charged",
    ],
  ],
  HoldEnded: [{ at: instant(0) }, ["has ended", "nothing was charged"]],
  TenderRefused: [{ tender: "GiftCard", taken: ["Card", "Wallet"] }, ["GiftCard", "only Card, Wallet"]],
  CardDeclined: [{ reason: "CardExpired" }, ["declined (CardExpired)", "Nothing was charged"]],
  PaymentUnderWay: [{ retryAfter: 1_001 }, ["in 2 seconds", "do not pay twice"]],
  DeadlineNotPassed: [{ deadline }, ["until the end of"]],
  AlreadyShipped: [{ at: instant(0) }, ["on its way"]],
  NoSellerToRate: [{}, ["no seller to rate"]],
  NoGuest: [{}, ["has an account"]],
  LinkNotValid: [{}, ["not valid", "new one"]],
  PayoutFinal: [{ payout: "Issued" }, ["final"]],
  AlreadyDone: [{ what: "rating" }, ["done already: rating"]],
  NothingToRepeat: [{ what: "pickup", state: "None" }, ["the pickup", "stands at None"]],
  Unreachable: [{ what: "The carrier", retryAfter: 5_000 }, ["The carrier can't be reached", "in 5 seconds"]],
  Refused: [{ what: "The carrier", reason: "no such ZIP code" }, ["The carrier refused: no such ZIP code"]],
  Busy: [{ retryAfter: 1 }, ["in 1 seconds"]],
  KeyReused: [{ key: "k-1" }, ["key k-1", "new key"]],
};

const read = (tag: Rejection["_tag"], changed: object = {}): string =>
  messageOf({ _tag: tag, ...refusals[tag][0], ...changed } as Rejection);

describe("a refusal in words", () => {
  it.each(Object.keys(Rejection.cases) as ReadonlyArray<Rejection["_tag"]>)(
    "%s says what is wrong",
    (tag) => {
      for (const words of refusals[tag][1]) expect(read(tag)).toContain(words);
    },
  );

  it("R18 tells where we do not ship to from where we do not ship from", () => {
    expect(read("RegionRefused")).toContain("states we ship to");
    const from = read("RegionRefused", { direction: "ShipFrom" });
    expect(from).toMatch(/^We can't ship from Puerto Rico\..*states we serve/);
  });

  it("R30 R31 names the last day of a deadline, in the zone of its business days", () => {
    const until = (text: string, reckoning: object): string =>
      read("DeadlineNotPassed", { deadline: { at: at(text), reckoning } as unknown as Deadline });
    const inNewYork = { _tag: "BusinessDays", zone: "America/New_York" };
    expect(until("2026-11-06T00:00:00-05:00", inNewYork)).toContain("Thursday, November 5, 2026");
    expect(until("2026-11-06T00:00:00Z", { _tag: "Elapsed" })).toContain("Thursday, November 5, 2026");
    expect(until("2026-11-06T04:00:00Z", { _tag: "Elapsed" })).toContain("Friday, November 6, 2026");
  });
});

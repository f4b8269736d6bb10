import { assert, describe, it } from "@effect/vitest";
import { instantOf, scansOf, statusOf } from "../src/usps/scansOf.ts";

describe("the instant of a scan", () => {
  const at = (event: Parameters<typeof instantOf>[0]) => {
    const moment = instantOf(event);
    return moment === undefined ? undefined : new Date(moment).toISOString();
  };
  const local = "2026-03-07T23:30:00Z";
  const cases = [
    [
      "Greenwich's, where it is told",
      { eventTimestamp: local, GMTTimestamp: "2026-03-08T07:30:00.041Z" },
      "2026-03-08T07:30:00.041Z",
    ],
    [
      "the local one less its offset",
      { eventTimestamp: local, GMTOffset: "-8:00" },
      "2026-03-08T07:30:00.000Z",
    ],
    [
      "the local one with the offset before the `Z`",
      { eventTimestamp: "2026-03-07T23:30:00", GMTOffset: "-05:00" },
      "2026-03-08T04:30:00.000Z",
    ],
    [
      "that of the clock in Portland",
      { eventTimestamp: local, eventState: "OR", eventZIP: "97201" },
      "2026-03-08T07:30:00.000Z",
    ],
    [
      "an hour off beside Boise, in the same state",
      { eventTimestamp: local, eventState: "OR", eventZIP: "97914" },
      "2026-03-08T06:30:00.000Z",
    ],
    [
      "that of Nashville's clock, and not of Knoxville's",
      { eventTimestamp: local, eventState: "TN", eventZIP: "37201" },
      "2026-03-08T05:30:00.000Z",
    ],
    [
      "that of Knoxville's clock",
      { eventTimestamp: local, eventState: "TN", eventZIP: "37901" },
      "2026-03-08T04:30:00.000Z",
    ],
    [
      "that of Phoenix, which keeps its clock",
      { eventTimestamp: "2026-07-01T12:00:00Z", eventState: "AZ" },
      "2026-07-01T19:00:00.000Z",
    ],
    [
      "that of New York in summer",
      { eventTimestamp: "2026-07-01T12:00:00", eventState: "NY" },
      "2026-07-01T16:00:00.000Z",
    ],
    ["that of Honolulu", { eventTimestamp: local, eventState: "HI" }, "2026-03-08T09:30:00.000Z"],
    ["taken as it stands where no place is told", { eventTimestamp: local }, "2026-03-07T23:30:00.000Z"],
  ] as const;
  for (const [name, event, expected] of cases) {
    it(`R37 is ${name}`, () => assert.strictEqual(at(event), expected));
  }
  it("R37 is none where there is no time", () => {
    for (const event of [
      {},
      { eventTimestamp: null },
      { eventTimestamp: "yesterday" },
      { GMTTimestamp: "2026-13-45T00:00:00Z" },
    ]) {
      assert.isUndefined(instantOf(event));
      assert.lengthOf(scansOf([event]), 0);
    }
  });
});

describe("a scan of the USPS", () => {
  it("R37 is in our words by its code, else by what is written, else Unknown", () => {
    const cases = [
      ["03", "?", "Accepted"],
      ["07", "Arrived at Post Office", "InTransit"],
      ["02", "Notice Left (No Authorized Recipient Available)", "Attempted"],
      ["09", "Return to Sender", "Returning"],
      ["01", "Delivered, In/At Mailbox", "Delivered"],
      ["01", "Delivered, To Original Sender", "DeliveredToSender"],
      ["41", "Delivered to Agent", "Delivered"],
      ["zz", "Available for Pickup", "AvailableForPickup"],
      ["zz", "Delivery Attempted - No Access to Delivery Location", "Attempted"],
      ["zz", "Return to Sender Processed", "Returning"],
      ["zz", "Missing Mail Search Request Closed", "Lost"],
      ["zz", "In Transit to Next Facility", "InTransit"],
      ["zz", "Held by the customs of the Moon", "Unknown"],
      [undefined, undefined, "Unknown"],
    ] as const;
    for (const [eventCode, eventType, expected] of cases) {
      assert.strictEqual(
        statusOf({ eventCode: eventCode ?? null, eventType: eventType ?? null }),
        expected,
        eventType,
      );
    }
  });
});

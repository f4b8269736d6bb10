import { DAY, MINUTE, type Program, preLoved } from "@resale/core";
import { businessDays, elapsed } from "@resale/testkit";
import { describe, expect, it } from "vitest";
import { faultsOf } from "../../src/program/faults.ts";

/** The reference, with some groups of fields changed, unchecked. */
const changed = (groups: { readonly [Group in keyof Program]?: object }): Program => {
  const whole: Record<string, unknown> = { ...preLoved };
  for (const [group, fields] of Object.entries(groups)) {
    whole[group] = { ...(whole[group] as object), ...fields };
  }
  return whole as Program;
};
const colours = (light: string) => ({
  theme: {
    ...preLoved.mail.theme,
    colours: {
      ...preLoved.mail.theme.colours,
      line: { light: "#ffffff", dark: "#000000" },
      ink: { light, dark: "#f3eee7" },
    },
  },
});

const reminder = {
  path: ["shipping", "reminder"],
  issue: "is to come before the ship-by deadline (shipping.shipBy)",
};
const closing = {
  path: ["delivery", "closing"],
  issue: "is to come before the window closes (delivery.window)",
};
const life = {
  path: ["guestLinks", "life"],
  issue:
    "is to be at least as long as a guest needs the link: through delivery.window, and through returns.within",
};
const updates = {
  path: ["shipping", "updateEvery"],
  issue: "is to be at least a minute: each one is a mail",
};
const estimate = {
  path: ["shipping", "estimate"],
  issue: "is to begin before it ends: fromDays is to be at most toDays",
};
const photos = {
  path: ["photos", "most"],
  issue: "is to leave room for more than the required photos (photos.required)",
};
const cards = { path: ["checkout", "tender"], issue: "is to take at least cards" };
const giftCards = {
  path: ["checkout", "tender"],
  issue: "is to leave gift cards out: they are no means of payment here (R23)",
};
const ownStock = {
  path: ["ownStock", "address", "region"],
  issue: "is to be one of shipFrom.regions: the brand's own stock ships from there",
};
const address = preLoved.ownStock.address;

describe("what a Program contradicts itself in", () => {
  it("is nothing, for the reference", () => {
    expect(faultsOf(preLoved)).toEqual([]);
  });

  it.each([
    [
      "R29 a reminder a day before the end",
      { shipping: { shipBy: businessDays(3), reminder: businessDays(2) } },
      [],
    ],
    [
      "R29 a reminder at the end",
      { shipping: { shipBy: businessDays(3), reminder: businessDays(3) } },
      [reminder],
    ],
    // A business day lasts a day at least: what is shorter comes before it on any calendar.
    [
      "R29 a reminder surely before the end",
      { shipping: { shipBy: businessDays(3), reminder: elapsed(3 * DAY - 1) } },
      [],
    ],
    [
      "R29 a reminder perhaps at the end",
      { shipping: { shipBy: businessDays(3), reminder: elapsed(3 * DAY) } },
      [reminder],
    ],
    // A weekend may lie between: no number of business days is sure to end before any number of hours has.
    [
      "R29 a reminder in business days before an end in hours",
      { shipping: { shipBy: elapsed(30 * DAY), reminder: businessDays(1) } },
      [reminder],
    ],
    [
      "R40 a closing 1 ms before the window's end",
      { delivery: { window: elapsed(DAY), closing: elapsed(DAY - 1) } },
      [],
    ],
    [
      "R40 a closing at the window's end",
      { delivery: { window: elapsed(DAY), closing: elapsed(DAY) } },
      [closing],
    ],
    ["R26 a link as long as the window and the return", { guestLinks: { life: elapsed(14 * DAY) } }, []],
    ["R26 a link shorter than the return by 1 ms", { guestLinks: { life: elapsed(14 * DAY - 1) } }, [life]],
    [
      "R26 a link shorter than the window by 1 ms",
      { guestLinks: { life: elapsed(3 * DAY - 1) }, returns: { within: elapsed(DAY) } },
      [life],
    ],
    [
      "R26 a link as long as the window",
      { guestLinks: { life: elapsed(3 * DAY) }, returns: { within: elapsed(DAY) } },
      [],
    ],
    ["R35 updates each minute", { shipping: { updateEvery: elapsed(MINUTE) } }, []],
    ["R35 updates more often by 1 ms", { shipping: { updateEvery: elapsed(MINUTE - 1) } }, [updates]],
    ["R35 updates each business day", { shipping: { updateEvery: businessDays(1) } }, []],
    ["R33 an estimate of one day", { shipping: { estimate: { fromDays: 3, toDays: 3 } } }, []],
    [
      "R33 an estimate that ends a day before",
      { shipping: { estimate: { fromDays: 4, toDays: 3 } } },
      [estimate],
    ],
    ["R7 room for one more than the required photos", { photos: { most: 4 } }, []],
    ["R7 room for the required photos alone", { photos: { most: 3 } }, [photos]],
    ["R23 no cards", { checkout: { tender: ["GiftCard"] } }, [cards, giftCards]],
    ["R23 gift cards beside cards", { checkout: { tender: ["Card", "GiftCard"] } }, [giftCards]],
    ["R17 own stock in a region that is not sent from", { shipFrom: { regions: ["NY"] } }, [ownStock]],
    [
      "R17 own stock in another country",
      { ownStock: { address: { ...address, country: "CA" } } },
      [ownStock],
    ],
  ])("is told with the field and the way out: %s", (_, groups, faults) => {
    expect(faultsOf(changed(groups))).toEqual(faults);
  });

  it("is a colour that cannot be read, by its path in the theme; lines need not be read", () => {
    expect(faultsOf(changed({ mail: colours("#191715") }))).toEqual([]);
    expect(faultsOf(changed({ mail: colours("#ffffff") }))).toEqual([
      {
        path: ["mail", "theme", "colours", "ink", "light"],
        issue: "cannot be read on paper: a contrast of 1 to 1, where 4.5 is the least",
      },
    ]);
  });

  it("is a number without its origin, unless the Program leaves the number out", () => {
    const { sellerShare: _, ...unsaid } = preLoved.provenance;
    const told = (field: string) => [
      {
        path: ["provenance", field],
        issue: 'is to say where the value comes from, as {"mark":"O"} for your own choice',
      },
    ];
    expect(faultsOf({ ...preLoved, provenance: unsaid })).toEqual(told("sellerShare"));
    const { "shipping.cancelAfter": __, ...left } = preLoved.provenance;
    expect(faultsOf({ ...preLoved, provenance: left })).toEqual([]);
    const shipping = { ...preLoved.shipping, cancelAfter: businessDays(2) };
    expect(faultsOf({ ...preLoved, shipping, provenance: left })).toEqual(told("shipping.cancelAfter"));
  });
});

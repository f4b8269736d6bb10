import { Program, ProgramRefused, preLoved, readProgram, ruleOfField } from "@resale/core";
import { gradeKey } from "@resale/testkit";
import { programs } from "@resale/testkit/arbitraries";
import { Result, Schema } from "effect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tries } from "../runs.ts";

const decode = Schema.decodeUnknownResult(Program);

type Json = { [key: string]: Json } | ReadonlyArray<unknown> | string | number | boolean | undefined;

/** The reference with one field changed, by its path; `undefined` takes it out. */
const changed = (path: string, value: unknown): unknown => {
  const whole = structuredClone(preLoved) as unknown as Record<string, Json>;
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let place = whole as Record<string, unknown>;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return whole;
};

const messageOf = (value: unknown): string => {
  try {
    readProgram(value);
    return "it is read";
  } catch (error) {
    return error instanceof ProgramRefused ? error.message : `not refused, but ${error}`;
  }
};

const elapsed = (milliseconds: number) => ({ _tag: "Elapsed", milliseconds });
const days = (count: number) => ({ _tag: "BusinessDays", days: count });
const HOUR = 3_600_000;
const table = preLoved.pricing.table;
const [front] = preLoved.photos.required;

/** Planted contradictions: the field to change, its value, and the path and words that must name it. */
const contradictions: ReadonlyArray<readonly [string, string, unknown, ReadonlyArray<string>]> = [
  [
    "a worse grade dearer",
    "pricing.table.Good",
    [{ rate: 7000 }],
    ["pricing.table.Good", "dearer than the better grade"],
  ],
  [
    "a worse grade dearer at one age only",
    "pricing.table.Good",
    [{ underMonths: 30, rate: 5000 }, { rate: 2000 }],
    ["pricing.table.Good", "at 24 months"],
  ],
  [
    "a greater age dearer",
    "pricing.table.NewWithTags",
    [{ underMonths: 6, rate: 8000 }, { rate: 8001 }],
    ["pricing.table.NewWithTags[1].rate", "greater age"],
  ],
  [
    "bands from old to young",
    "pricing.table.Good",
    [{ underMonths: 24, rate: 5000 }, { underMonths: 12, rate: 4000 }, { rate: 2000 }],
    ["pricing.table.Good[1].underMonths", "young to old"],
  ],
  [
    "no last band",
    "pricing.table.Good",
    [{ underMonths: 24, rate: 5000 }],
    ["pricing.table.Good[0].underMonths", "last band"],
  ],
  [
    "a band after the last",
    "pricing.table.Good",
    [{ rate: 3000 }, { rate: 2000 }],
    ["pricing.table.Good[0].underMonths", "only the last one has no end"],
  ],
  ["no bands", "pricing.table.Good", [], ["pricing.table.Good"]],
  ["a rate above the whole", "pricing.table.Good", [{ rate: 10_001 }], ["pricing.table.Good", "rate"]],
  [
    "an unknown grade in the table",
    "pricing.table.Mint",
    [{ rate: 9000 }],
    ["pricing.table.Mint", "none of the grades"],
  ],
  [
    "a grade missing from the table",
    "pricing.table",
    { NewWithTags: table[gradeKey("NewWithTags")], Excellent: table[gradeKey("Excellent")] },
    ["pricing.table.Good", "has no rates"],
  ],
  [
    "a grade twice",
    "grades",
    [...preLoved.grades, preLoved.grades[0]],
    ["grades[3].key", "stands there twice"],
  ],
  ["no grades", "grades", [], ["grades"]],
  ["a window of no length", "delivery.window", elapsed(0), ["delivery.window", "at least 1 ms"]],
  ["a deadline of no days", "shipping.shipBy", days(0), ["shipping.shipBy", "1 to 365"]],
  [
    "a window closing after it closed",
    "delivery.closing",
    elapsed(73 * HOUR),
    ["delivery.closing", "before the window closes"],
  ],
  [
    "a window closing when it closes",
    "delivery.closing",
    elapsed(72 * HOUR),
    ["delivery.closing", "before the window closes"],
  ],
  [
    "a reminder after the deadline",
    "shipping.reminder",
    days(4),
    ["shipping.reminder", "before the ship-by deadline"],
  ],
  [
    "a reminder at the deadline",
    "shipping.reminder",
    days(3),
    ["shipping.reminder", "before the ship-by deadline"],
  ],
  [
    "a reminder perhaps after the deadline",
    "shipping.reminder",
    elapsed(80 * HOUR),
    ["shipping.reminder", "before the ship-by deadline"],
  ],
  [
    "updates without a pause",
    "shipping.updateEvery",
    elapsed(1000),
    ["shipping.updateEvery", "at least a minute"],
  ],
  [
    "an estimate that ends before it begins",
    "shipping.estimate",
    { fromDays: 5, toDays: 3 },
    ["shipping.estimate", "is to begin before it ends"],
  ],
  [
    "an unknown region",
    "shipTo.regions",
    ["NY", "ZZ"],
    ["shipTo.regions[1]", "is to be a region of US: AL, AK"],
  ],
  ["no region", "shipFrom.regions", [], ["shipFrom.regions"]],
  [
    "own stock shipped from elsewhere",
    "ownStock.address.region",
    "PR",
    ["ownStock.address.region", "one of shipFrom.regions"],
  ],
  [
    "gift cards as a means of payment",
    "checkout.tender",
    ["Card", "GiftCard"],
    ["checkout.tender", "is to leave gift cards out"],
  ],
  ["no cards", "checkout.tender", ["GiftCard"], ["checkout.tender", "is to take at least cards"]],
  ["no means of payment", "checkout.tender", [], ["checkout.tender"]],
  ["no room for the required photos", "photos.most", 3, ["photos.most", "room for more"]],
  [
    "a shot asked for twice",
    "photos.required",
    [front, front],
    ["photos.required[1].key", "stands there twice"],
  ],
  [
    "a category twice",
    "categories",
    [preLoved.categories[0], preLoved.categories[0]],
    ["categories[1].key", "stands there twice"],
  ],
  [
    "a kind of dispute twice",
    "dispute.kinds",
    [preLoved.dispute.kinds[0], preLoved.dispute.kinds[0]],
    ["dispute.kinds[1].key", "stands there twice"],
  ],
  [
    "a reason twice",
    "review.denialReasons",
    [preLoved.review.denialReasons[0], preLoved.review.denialReasons[0]],
    ["review.denialReasons[1].key", "stands there twice"],
  ],
  [
    "a check twice",
    "review.checklist",
    [preLoved.review.checklist[0], preLoved.review.checklist[0]],
    ["review.checklist[1].key", "stands there twice"],
  ],
  [
    "a number whose origin is not told",
    "provenance.sellerShare",
    undefined,
    ["provenance.sellerShare", "where the value comes from"],
  ],
  [
    "the origin of no number",
    "provenance.sellersShare",
    { mark: "S" },
    ["provenance.sellersShare", "no field of a Program"],
  ],
  ["an unknown mark", "provenance.sellerShare", { mark: "X" }, ["provenance.sellerShare"]],
  ["a zone that does not exist", "calendar.zone", "America/Gotham", ["calendar.zone", "America/Gotham"]],
  [
    "a holiday in the thirteenth month",
    "calendar.holidays.rules",
    [{ _tag: "OnDate", name: "X", month: 13, day: 1 }],
    ["calendar.holidays.rules[0]"],
  ],
  ["a share above the whole", "sellerShare", 10_001, ["sellerShare"]],
  ["a share in fractions", "sellerShare", 0.8, ["sellerShare"]],
  ["a charge in fractions of a cent", "charge", 9.95, ["charge"]],
  ["a charge below nothing", "charge", -1, ["charge"]],
  ["a currency unknown in form", "currency", "dollars", ["currency"]],
  ["an address that is none", "mail.from", "preloved", ["mail.from"]],
  ["an hour the day does not have", "digest.hour", 24, ["digest.hour"]],
  ["a name of blanks", "brand", "  ", ["brand"]],
  ["a field left out", "loyalty", undefined, ["loyalty"]],
];

describe("a Program", () => {
  it("R57 the reference decodes, and encodes to the same JSON", () => {
    const json: unknown = JSON.parse(JSON.stringify(preLoved));
    const decoded = Schema.decodeUnknownSync(Program)(json);
    expect(decoded).toEqual(preLoved);
    expect(Schema.encodeSync(Program)(decoded)).toEqual(json);
  });

  it.each(contradictions)("with %s is refused, and the field named", (_, path, value, words) => {
    const message = messageOf(changed(path, value));
    for (const word of words) expect(message).toContain(word);
  });

  it("the arbitrary ones decode", () => {
    fc.assert(
      fc.property(programs, (program) => {
        expect(Result.isSuccess(decode(JSON.parse(JSON.stringify(program))))).toBe(true);
      }),
      tries(100),
    );
  });

  it("need not say of a field that it leaves out where its value comes from: a new one breaks no Program in force", () => {
    const { "shipping.cancelAfter": _, ...provenance } = preLoved.provenance;
    expect(readProgram({ ...preLoved, provenance }).provenance).toEqual(provenance);
    const shipping = { ...preLoved.shipping, cancelAfter: { _tag: "BusinessDays", days: 2 } };
    expect(() => readProgram({ ...preLoved, shipping, provenance })).toThrow(
      /provenance.shipping.cancelAfter is to say where/,
    );
  });

  it("says of each of its fields where the value comes from", () => {
    expect(Object.keys(preLoved.provenance).sort()).toEqual(Object.keys(ruleOfField).sort());
    for (const rule of Object.values(ruleOfField)) expect(rule).toMatch(/^(R([1-9]|[1-5]\d|60)|Mail)$/);
  });

  it("names only fields that it has", () => {
    const optional = ["shipping.cancelAfter"];
    for (const field of Object.keys(ruleOfField).filter((name) => !optional.includes(name))) {
      const value = field
        .split(".")
        .reduce<unknown>((place, key) => (place as Record<string, unknown>)[key], preLoved);
      expect(value, field).toBeDefined();
    }
  });
});

describe("the reference", () => {
  it.each([
    ["R5", preLoved.categories.map(({ key }) => key), ["Handbags", "SmallLeatherGoods"]],
    ["R7", preLoved.photos.required.map(({ key }) => key), ["Front", "Back", "Inside"]],
    ["R8", preLoved.grades.map(({ key }) => key), ["NewWithTags", "Excellent", "Good"]],
    ["R10", preLoved.pricing.table[gradeKey("NewWithTags")], [{ rate: 8000 }]],
    ["R13", preLoved.review.within, days(2)],
    ["R14", preLoved.review.checklist.map(({ key }) => key), ["Photos", "Wear", "Grade", "Authenticity"]],
    ["R17", preLoved.ownStock.name, "MK Supply"],
    ["R21", preLoved.checkout.hold, elapsed(HOUR / 4)],
    ["R23", preLoved.checkout.tender, ["Card"]],
    ["R29", preLoved.shipping.shipBy, days(3)],
    ["R30", [preLoved.calendar.zone, preLoved.calendar.holidays.observance], ["America/New_York", "Postal"]],
    ["R31", preLoved.shipping.cancelAfter, undefined],
    ["R33", preLoved.shipping.estimate, { fromDays: 3, toDays: 5 }],
    ["R35", preLoved.shipping.updateEvery, elapsed(72 * HOUR)],
    ["R36", preLoved.shipping.stalledAfter, elapsed(240 * HOUR)],
    ["R40", preLoved.delivery, { window: elapsed(72 * HOUR), closing: elapsed(48 * HOUR) }],
    [
      "R44",
      preLoved.dispute.kinds.map(({ key }) => key),
      ["NotAsDescribed", "NotReceived", "Damaged", "WrongItem", "NotAuthentic"],
    ],
    ["R45", [preLoved.dispute.decideWithin, preLoved.returns.within], [days(5), elapsed(14 * 24 * HOUR)]],
    ["R46", preLoved.sellerShare, 8000],
  ])("%s has the number that the rules state", (_, value, stated) => {
    expect(value).toEqual(stated);
  });
});

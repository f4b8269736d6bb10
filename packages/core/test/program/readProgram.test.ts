import { type FieldFault, type Program, ProgramRefused, preLoved, readProgram } from "@resale/core";
import { programs } from "@resale/testkit/arbitraries";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tries } from "../runs.ts";

type Step = string | number;
type Path = ReadonlyArray<Step>;

const refused = (said: unknown): ProgramRefused => {
  try {
    readProgram(said);
  } catch (error) {
    if (error instanceof ProgramRefused) return error;
    throw error;
  }
  throw new Error("it was taken");
};
const faultsOf = (said: unknown): ReadonlyArray<FieldFault> => refused(said).faults;

const written = (path: Path): string =>
  path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");

/** Every place of the reference, groups and lists among them. */
const placesIn = (value: unknown, path: Path = []): ReadonlyArray<Path> => {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, one]) =>
    placesIn(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
};

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((place, step) => (place as Record<Step, unknown>)[step], value);

/** The reference, with the object or list that holds a place changed. */
const changed = (path: Path, change: (holder: Record<Step, unknown>, step: Step) => void): unknown => {
  const whole = structuredClone(preLoved) as unknown;
  const last = path.at(-1) ?? "";
  change(at(whole, path.slice(0, -1)) as Record<Step, unknown>, last);
  return whole;
};
const put = (path: Path, value: unknown): unknown =>
  changed(path, (holder, step) => {
    holder[step] = value;
  });

const places = placesIn(preLoved);
const mayBeLeftOut = ({ length, ...path }: Path & Record<number, Step>): boolean =>
  ["since", "note", "underMonths"].includes(String(path[length - 1])) || path[0] === "provenance";
const named = places.filter((path) => typeof path.at(-1) === "string");
const required = named.filter((path) => path.at(-1) !== "_tag" && !mayBeLeftOut(path));

/** Of another type than any value of a Program at that place. */
const otherTypes = (value: unknown): ReadonlyArray<unknown> =>
  [null, true, "§", 0.5, [[]], { strange: 1 }].filter(
    (other) => Array.isArray(other) !== Array.isArray(value) || typeof other !== typeof value,
  );

/** By its field, or by one that stands in it; a wrong tag is the fault of what bears it. */
const names = (faults: ReadonlyArray<FieldFault>, path: Path): boolean => {
  const field = written(path.at(-1) === "_tag" ? path.slice(0, -1) : path);
  return faults.some((fault) => fault.field.startsWith(field));
};

describe("reading a Program", () => {
  it("R57 gives the Program as it was, from JSON and from a value", () => {
    fc.assert(
      fc.property(programs, (program) => {
        expect(readProgram(program)).toEqual(program);
        expect(readProgram(JSON.parse(JSON.stringify(program)))).toEqual(program);
      }),
      tries(20),
    );
  });

  it("names any one field that is missing", () => {
    for (const path of required) {
      const without = changed(path, (holder, step) => delete holder[step]);
      const faults = faultsOf(without);
      expect(faults[0], written(path)).toMatchObject({
        field: written(path),
        problem: expect.stringMatching(/^is missing/),
      });
    }
  });

  it("names any one field that bears another name, and what was meant", () => {
    for (const path of required) {
      const name = String(path.at(-1));
      if (name.length < 4 || path.includes("table")) continue;
      const slipped = changed(path, (holder, step) => {
        holder[`${step}s`] = holder[step];
        delete holder[step];
      });
      expect(faultsOf(slipped), written(path)).toContainEqual({
        field: `${written(path)}s`,
        problem: `is not known here: perhaps ${name} is meant`,
      });
    }
  });

  it("names any one field that holds something of another type, and what is to be there", () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.nat(), (path, which) => {
        const others = otherTypes(at(preLoved, path));
        const faults = faultsOf(put(path, others[which % others.length]));
        expect(names(faults, path), JSON.stringify(faults)).toBe(true);
        for (const { problem } of faults) expect(problem).not.toMatch(/readonly|RegExp|<|Expected|Missing/);
      }),
      tries(300),
    );
  });

  it("names any one field that is out of its range, or takes it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom("", "§ ", -1, 1e13), (path, value) => {
        const spoiled = put(path, value);
        let taken: Program | undefined;
        try {
          taken = readProgram(spoiled);
        } catch {
          expect(faultsOf(spoiled).some(({ field }) => field.startsWith(written(path.slice(0, 2))))).toBe(
            true,
          );
        }
        if (taken !== undefined) expect(taken).toEqual(spoiled);
      }),
      tries(300),
    );
  });

  it("tells all faults at once, those of a field that is not known beside what contradicts itself", () => {
    const shipping = { ...preLoved.shipping, reminder: preLoved.dispute.decideWithin, shipby: 1 };
    const both = { ...preLoved, shipping, sellersShare: 75_00, pricing: { ...preLoved.pricing, table: {} } };
    expect(faultsOf(both)).toEqual([
      { field: "sellersShare", problem: "is not known here: perhaps sellerShare is meant" },
      { field: "shipping.shipby", problem: "is not known here: perhaps shipBy is meant" },
      ...preLoved.grades.map(({ key }) => ({
        field: `pricing.table.${key}`,
        problem: "is missing: the grade has no rates",
      })),
      {
        field: "shipping.reminder",
        problem:
          'is to come before the ship-by deadline (shipping.shipBy); found {"_tag":"BusinessDays","days":5}',
      },
    ]);
  });

  it.each<readonly [Path, unknown, string, string]>([
    [
      ["sellerShare"],
      120_00,
      "sellerShare",
      "is to be a share in basis points, from 0 to 10000, where 8000 is 80 %; found 12000",
    ],
    [
      ["sellerShare"],
      0.8,
      "sellerShare",
      "is to be a whole number of basis points, where 8000 is 80 %; found 0.8",
    ],
    [["charge"], 9.95, "charge", "is to be a whole number of cents, where 995 is 9.95; found 9.95"],
    [["currency"], "dollars", "currency", 'is to be three capital letters, as USD; found "dollars"'],
    [["grades"], [], "grades", "is to hold at least 1; found []"],
    [["mail", "from"], 7, "mail.from", "is to be an e-mail address such as ada@example.com; found 7"],
    [["ratings", "most"], "5", "ratings.most", 'is to be a whole number from 2 to 10; found "5"'],
    [
      ["mail", "theme", "logo"],
      { _tag: "Drawn" },
      "mail.theme.logo",
      'is to be {"_tag": "Linked", …} or {"_tag": "Attached", …}; found {"_tag":"Drawn"}',
    ],
    [["returns", "to"], "Nobody", "returns.to", 'is to be "Seller" or "Brand"; found "Nobody"'],
    [
      ["delivery", "window"],
      72,
      "delivery.window",
      'is to be a length of time, as {"_tag":"BusinessDays","days":3} or {"_tag":"Elapsed","milliseconds":259200000}; found 72',
    ],
    [["ownStock"], null, "ownStock", "is to be an object; found null"],
    [["loyalty"], undefined, "loyalty", "is to be a text that says something; found undefined"],
    [["charge"], 10n, "charge", "is to be a whole number of cents, where 995 is 9.95; found 10n"],
    [["brand"], "", "brand", 'is to be a text that says something; found ""'],
    [["ratings", "moderated"], "yes", "ratings.moderated", 'is to be true or false; found "yes"'],
    [["photos", "tips"], "daylight", "photos.tips", 'is to be a list; found "daylight"'],
    [
      ["pricing", "table", "Like new"],
      [{ rate: 1 }],
      "pricing.table.Like new",
      "is not known here: a name is to be a key of 1 to 40 letters and digits, a letter first",
    ],
    [["returns", "whenever"], 1, "returns.whenever", "is not known here, where these are: within, to"],
    [
      ["provenance", "sellersShare"],
      { mark: "S" },
      "provenance.sellersShare",
      "is no field of a Program: perhaps sellerShare is meant",
    ],
    [["provenance", "weather"], { mark: "S" }, "provenance.weather", "is no field of a Program"],
  ])("says in words what is to be at %j", (path, value, field, problem) => {
    const spoiled = put(path, value);
    expect(faultsOf(spoiled)).toContainEqual({ field, problem });
  });

  it("shows nothing of what is not there", () => {
    const unsaid = changed(["provenance", "sellerShare"], (holder, step) => delete holder[step]);
    expect(faultsOf(unsaid)).toEqual([
      {
        field: "provenance.sellerShare",
        problem: 'is to say where the value comes from, as {"mark":"O"} for your own choice',
      },
    ]);
  });

  it("R18 a country whose regions are not known is named, with those that are", () => {
    expect(faultsOf(put(["shipTo"], { country: "DE", regions: ["BE"] }))).toEqual([
      {
        field: "shipTo.country",
        problem: 'is to be a country whose regions and postal codes are known: US or CA; found "DE"',
      },
    ]);
    expect(faultsOf(put(["shipTo"], { country: "CA", regions: ["ON", "NY"] }))).toEqual([
      {
        field: "shipTo.regions[1]",
        problem: 'is to be a region of CA: AB, BC, MB, NB, NL, NS, NT, NU, ON, PE, QC, SK, YT; found "NY"',
      },
    ]);
    const [zip] = faultsOf(put(["ownStock", "address", "zip"], "SW1A 1AA"));
    expect(zip?.problem).toMatch(/^is to be a ZIP code of the United States .* or a postal code of Canada/);
  });

  it("is refused in few words, whatever was given", () => {
    for (const said of [null, undefined, 7, "preLoved", [], () => preLoved]) {
      expect(faultsOf(said)).toMatchObject([
        { field: "it", problem: expect.stringMatching(/^is to be an object/) },
      ]);
    }
    const nothing = refused({});
    expect(nothing).toMatchObject({ name: "ProgramRefused", version: null });
    expect(nothing.faults).toHaveLength(Object.keys(preLoved).length);
    expect(nothing.message.split("\n")).toHaveLength(22);
    expect(nothing.message).toMatch(/^The Program can't be used:\n {2}name is missing\n.*\n {2}and 7 more$/s);
    const one = refused({ ...preLoved, brand: "x".repeat(1000).split(""), version: "2027-01" });
    expect(one.message).toMatch(/^The Program 2027-01 can't be used:\n {2}brand is to be a text/);
    expect(one.message.length).toBeLessThan(250);
  });
});

describe("what is said of a Program that can't be used", () => {
  it("tells all faults, up to twenty of them, and then how many more", () => {
    const of = (count: number) => refused({ ...preLoved, ...Object.fromEntries(fields(count)) });
    const fields = (count: number) => Array.from({ length: count }, (_, at) => [`odd${at}`, 1] as const);
    expect(of(1).message).toMatch(/^The Program \S+ can't be used:\n {2}odd0 is not known here[^\n]*$/);
    expect(of(20).message.split("\n")).toHaveLength(21);
    expect(of(20).message).not.toContain("more");
    expect(of(23).message.split("\n").at(-1)).toBe("  and 3 more");
    expect(of(23).faults).toHaveLength(23);
  });

  it("shows of what was found no more than helps", () => {
    const [fault] = faultsOf({ ...preLoved, currency: "x".repeat(300) });
    expect(fault?.problem).toMatch(/; found "x{50,99}…$/);
  });
});

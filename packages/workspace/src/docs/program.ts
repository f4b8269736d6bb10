import { civilDate, holidaysOf, type ProgramField, preLoved, ruleOfField } from "@resale/core";
import { code, page, table } from "./page.ts";
import { valueText } from "./values.ts";

const marks = { S: "stated", A: "stated twice, differently", I: "implied", O: "our choice" } as const;

const readField = (field: string): unknown =>
  field
    .split(".")
    .reduce<unknown>(
      (place, key) => (typeof place === "object" && place !== null ? Reflect.get(place, key) : undefined),
      preLoved,
    );

const fields = Object.keys(ruleOfField) as ReadonlyArray<ProgramField>;

const fieldRows = fields.map((field) => {
  const provenance = preLoved.provenance[field];
  return [
    code(field),
    ruleOfField[field],
    provenance === undefined ? "" : `${provenance.mark}: ${marks[provenance.mark]}`,
    valueText(field, readField(field)),
    provenance?.note ?? "",
  ];
});

const named = ["name", "brand", "loyalty", "version", "currency", "mail"] as const;

const rates = Object.entries(preLoved.pricing.table).flatMap(([grade, bands]) =>
  bands.map(({ underMonths, rate }, index) => {
    const from = bands[index - 1]?.underMonths ?? 0;
    return [
      code(grade),
      underMonths === undefined ? `from ${from} months` : `${from} to ${underMonths - 1} months`,
      `${rate / 100} %`,
    ];
  }),
);

const year = 2026;
const holidays = [...holidaysOf(preLoved.calendar.holidays, year)]
  .sort(([one], [other]) => one - other)
  .map(([day, { name, observed }]) => [
    civilDate(day),
    name,
    observed ? "kept on this day, falls on the Sunday before" : "",
  ]);

/** The look of its mails has a line of its own above. */
const nameOf = (field: (typeof named)[number]): unknown => {
  if (field !== "mail") return preLoved[field];
  const { theme: _, ...mail } = preLoved.mail;
  return mail;
};

/** Every field of a Program, its rule, its mark and the reference's value. */
export const programPage = (): string =>
  page(
    "The Program",
    'All numbers and texts of a marketplace are one value, the Program. Below is every field of it with the rule it carries out, the mark of its value, and that value in `preLoved`, the reference. `readProgram` refuses one that contradicts itself, and names every field at fault. Shares and rates are written in basis points (`8000` is 80 %), money in cents (`995` is 9.95), lengths as `{"_tag":"BusinessDays","days":3}` or `{"_tag":"Elapsed","milliseconds":900000}`.',
    `Marks: ${Object.entries(marks)
      .map(([mark, text]) => `**${mark}** ${text}`)
      .join(" · ")}.`,
    table(["field", "rule", "mark", "in preLoved", "note"], fieldRows),
    "## Names",
    table(
      ["field", "in preLoved"],
      named.map((field) => [code(field), valueText(field, nameOf(field))]),
    ),
    "## Recommended prices",
    "Shares of the original price by grade and age since purchase (R9, R10).",
    table(["grade", "age", "share"], rates),
    `## Holidays kept in ${year}`,
    `In ${preLoved.calendar.zone}, by the ${preLoved.calendar.holidays.observance.toLowerCase()} observance (R30).`,
    table(["date", "holiday", ""], holidays),
  );

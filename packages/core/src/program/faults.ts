import type { Length } from "../calendar/BusinessCalendar.ts";
import { DAY, MINUTE } from "../calendar/Instant.ts";
import { nearest } from "../lifecycle/nearest.ts";
import { priceTableFaults } from "../pricing/PriceTable.ts";
import type { ProgramFields } from "./ProgramFields.ts";
import { ruleOfField } from "./Provenance.ts";
import { themeFaults } from "./Theme.ts";

interface Fault {
  readonly path: ReadonlyArray<PropertyKey>;
  readonly issue: string;
}

/** Whether one length always ends before another; a business day is at least a day long, and none is sure to be. */
const isShorter = (one: Length, other: Length): boolean => {
  if (one._tag === "BusinessDays") return other._tag === "BusinessDays" && one.days < other.days;
  return other._tag === "BusinessDays"
    ? one.milliseconds < other.days * DAY
    : one.milliseconds < other.milliseconds;
};

const twice = (
  keys: ReadonlyArray<{ readonly key: string }>,
  path: ReadonlyArray<PropertyKey>,
): ReadonlyArray<Fault> =>
  keys.flatMap(({ key }, index) =>
    keys.findIndex((other) => other.key === key) < index
      ? [{ path: [...path, index, "key"], issue: `is to be a key of its own: "${key}" stands there twice` }]
      : [],
  );

const isThere = (program: ProgramFields, field: string): boolean =>
  field.split(".").reduce<unknown>((value, key) => Reflect.get(Object(value), key), program) !== undefined;

/** Everything in which a Program contradicts itself, with the field's path. None, for one that may be used. */
export const faultsOf = (program: ProgramFields): ReadonlyArray<Fault> => {
  const faults: Array<Fault> = [
    ...twice(program.grades, ["grades"]),
    ...twice(program.categories, ["categories"]),
    ...twice(program.photos.required, ["photos", "required"]),
    ...twice(program.review.checklist, ["review", "checklist"]),
    ...twice(program.review.denialReasons, ["review", "denialReasons"]),
    ...twice(program.dispute.kinds, ["dispute", "kinds"]),
  ];
  const refuse = (broken: boolean, path: string, issue: string): void => {
    if (broken) faults.push({ path: path.split("."), issue });
  };
  const grades = program.grades.map((grade) => grade.key);
  for (const fault of priceTableFaults(program.pricing.table, grades)) {
    faults.push({ path: ["pricing", "table", ...fault.path], issue: fault.issue });
  }
  for (const { path, issue } of themeFaults(program.mail.theme.colours)) {
    faults.push({ path: ["mail", "theme", "colours", ...path], issue });
  }
  const { shipping, delivery, photos, ownStock, shipFrom } = program;
  refuse(
    !isShorter(shipping.reminder, shipping.shipBy),
    "shipping.reminder",
    "is to come before the ship-by deadline (shipping.shipBy)",
  );
  const { life } = program.guestLinks;
  refuse(
    isShorter(life, delivery.window) || isShorter(life, program.returns.within),
    "guestLinks.life",
    "is to be at least as long as a guest needs the link: through delivery.window, and through returns.within",
  );
  refuse(
    !isShorter(delivery.closing, delivery.window),
    "delivery.closing",
    "is to come before the window closes (delivery.window)",
  );
  refuse(
    isShorter(shipping.updateEvery, { _tag: "Elapsed", milliseconds: MINUTE }),
    "shipping.updateEvery",
    "is to be at least a minute: each one is a mail",
  );
  refuse(
    shipping.estimate.fromDays > shipping.estimate.toDays,
    "shipping.estimate",
    "is to begin before it ends: fromDays is to be at most toDays",
  );
  refuse(
    photos.required.length >= photos.most,
    "photos.most",
    "is to leave room for more than the required photos (photos.required)",
  );
  refuse(!program.checkout.tender.includes("Card"), "checkout.tender", "is to take at least cards");
  refuse(
    program.checkout.tender.includes("GiftCard"),
    "checkout.tender",
    "is to leave gift cards out: they are no means of payment here (R23)",
  );
  refuse(
    ownStock.address.country !== shipFrom.country || !shipFrom.regions.includes(ownStock.address.region),
    "ownStock.address.region",
    "is to be one of shipFrom.regions: the brand's own stock ships from there",
  );
  for (const field of Object.keys(ruleOfField)) {
    const unsaid = isThere(program, field) && !(field in program.provenance);
    if (unsaid) {
      faults.push({
        path: ["provenance", field],
        issue: 'is to say where the value comes from, as {"mark":"O"} for your own choice',
      });
    }
  }
  for (const field of Object.keys(program.provenance)) {
    if (field in ruleOfField) continue;
    const meant = nearest(field, Object.keys(ruleOfField));
    const perhaps = meant === undefined ? "" : `: perhaps ${meant} is meant`;
    faults.push({ path: ["provenance", field], issue: `is no field of a Program${perhaps}` });
  }
  return faults;
};

import { type CatalogueEntry, type Change, cents, instant } from "@resale/core";
import { aLiveListing } from "@resale/testkit";
import { idOf } from "../commits/orders.ts";
import { CATEGORIES, COLOURS, GRADES, KINDS, MATERIALS, styleOf } from "./sow.ts";

const approved = aLiveListing().chapter.changes.at(-1);
const [recorded] = approved?.events ?? [];
if (approved?.catalogue == null || recorded === undefined) throw new Error("an approval that shows nothing");
const shown: CatalogueEntry = approved.catalogue;

const at = (values: ReadonlyArray<string>, number: number): string => values[number % values.length] ?? "";

/** A listing that comes into the catalogue: its state, a fact and the entry, as a reviewer's approval writes them. */
export const listingOf = (number: number): Change => {
  const subject = { kind: "listing", id: idOf(number) } as const;
  return {
    ...approved,
    subject,
    expected: 0,
    index: { ...approved.index, claim: null },
    events: [{ ...recorded, subject, version: 1 }],
    tasks: [],
    catalogue: {
      ...shown,
      listing: subject.id as CatalogueEntry["listing"],
      title: `Mercer ${at(KINDS, number)} ${styleOf(number)}`,
      category: at(CATEGORIES, number * 7),
      grade: at(GRADES, number * 3),
      colour: at(COLOURS, number * 5),
      material: at(MATERIALS, number),
      price: cents(2_000 + ((number * 7_919) % 48_000)),
      listedAt: instant(1_800_000_000_000 + number),
    },
  };
};

import type { Rejection } from "../lifecycle/Rejection.ts";
import type { Program } from "../program/Program.ts";
import type { Product } from "../purchases/PurchaseLine.ts";

/** Why a product can't be sold here at all: its category, its brand, its collection (R5, R6). */
export const productRefusal = (program: Program, product: Product): Rejection | undefined => {
  if (!product.ownBrand) return { _tag: "OtherBrand", product: product.name, brand: program.brand };
  const taken = program.categories.map(({ key }) => key);
  if (!taken.includes(product.category)) {
    const labels = program.categories.map(({ label }) => label);
    return { _tag: "CategoryNotTaken", category: product.category, taken: labels };
  }
  const { collection } = product;
  if (collection !== undefined && program.collections.treatment === "Refuse" && isFlagged(program, product)) {
    return { _tag: "CollectionNotTaken", collection };
  }
  return undefined;
};

/** Whether a reviewer sees the flag of a current or core collection (R6). */
export const isFlagged = (program: Program, product: Product): boolean =>
  product.collection !== undefined && program.collections.flagged.includes(product.collection);

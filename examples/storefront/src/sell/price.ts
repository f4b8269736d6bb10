import { type Cents, fromDecimal } from "@resale/core";
import { Result } from "effect";

/** Commas where thousands have them: any other means something else to whoever typed it. */
const THOUSANDS = /^\d{1,3}(,\d{3})+(\.\d*)?$/;

/** A price as people type it, with or without a dollar sign; nothing, if it is none. */
export const typedPrice = (typed: string): Cents | undefined => {
  const text = typed.trim().replace(/^\$\s*/, "");
  const amount = fromDecimal(THOUSANDS.test(text) ? text.replaceAll(",", "") : text);
  return Result.isSuccess(amount) && amount.success > 0 ? amount.success : undefined;
};

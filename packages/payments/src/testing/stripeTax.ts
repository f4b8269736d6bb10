import type { Answered } from "./Standin.ts";
import { type Form, invalid, object } from "./stripeIntents.ts";

/** In percent of the thing, and whether shipping is taxed as it is. */
const rates: Readonly<Record<string, { readonly rate: number; readonly shipping: boolean }>> = {
  NY: { rate: 8.875, shipping: true },
  CA: { rate: 9.5, shipping: false },
  OR: { rate: 0, shipping: false },
};

const SHIPPING = "txcd_92010001";
const FIELDS = ["amount", "reference", "tax_code", "tax_behavior"];

/** Calculations of Stripe Tax: ten lines in the answer, the rest in a list; no more than a hundred. */
export const stripeTax = () => {
  const calculations = new Map<string, ReadonlyArray<{ readonly id: string }>>();

  const calculate = (form: Form): Answered => {
    const { rate, shipping } = rates[form["customer_details[address][state]"] ?? ""] ?? {
      rate: 0,
      shipping: false,
    };
    if (!/^(?!00000)\d{5}/.test(form["customer_details[address][postal_code]"] ?? "")) {
      const message = "We could not determine the customer's tax location based on the provided address.";
      return invalid(message, "customer_tax_location_invalid", "customer_details[address]");
    }
    const items: Array<{ readonly id: string; readonly reference: string }> = [];
    for (let index = 0; `line_items[${index}][amount]` in form; index++) {
      const [amount = "", reference = "", code = "", behavior] = FIELDS.map(
        (field) => form[`line_items[${index}][${field}]`],
      );
      if (!(Number(amount) > 0)) return invalid("This value must be positive.", "parameter_invalid_integer");
      if (behavior !== "exclusive") return invalid("No tax_behavior.", "parameter_missing");
      if (items.some((item) => item.reference === reference)) return invalid("References must be unique.");
      const share = code === SHIPPING && !shipping ? 0 : rate;
      const tax = { amount: Number(amount), amount_tax: Math.round((Number(amount) * share) / 100) };
      items.push({ id: `tax_li_${index}`, reference, ...tax });
    }
    if (items.length > 100) return invalid("You can pass up to 100 line items.");
    const id = `taxcalc_${calculations.size}`;
    calculations.set(id, items);
    const first = { object: "list", data: items.slice(0, 10), has_more: items.length > 10 };
    return object({ id, object: "tax.calculation", ...("expand[0]" in form ? { line_items: first } : {}) });
  };

  return { calculate, linesOf: (id: string) => calculations.get(id) };
};

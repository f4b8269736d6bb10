import { type Cents, cents, type PostalAddress, type ProviderError, Tax, type TaxLine } from "@resale/core";
import { Config, Effect, Layer, Schema } from "effect";
import type Stripe from "stripe";
import { type Asking, endingOf, openStripe, refused, unavailable } from "./asking.ts";
import { type StripeSettings, stripeConfig } from "./StripeSettings.ts";

/** Stripe's tax codes: goods of any kind, and their shipping. */
const GOODS = "txcd_99999999";
const SHIPPING = "txcd_92010001";

/** How many lines of ours go into one question: each is up to two of Stripe's, which takes a hundred. */
const LINES = 50;

export interface StripeTaxSettings extends Omit<StripeSettings, "webhookSecret"> {
  /** What is sold here, as one of Stripe's tax codes; goods of any kind, if left out. */
  readonly taxCode?: string;
}

const TaxCode = Schema.String.check(
  Schema.isPattern(/^txcd_\d{8}$/, { expected: "a tax code of Stripe such as txcd_99999999" }),
);

/** The settings of Stripe, and `STRIPE_TAX_CODE`. */
export const stripeTaxConfig: Config.Config<StripeTaxSettings> = Config.all({
  stripe: stripeConfig,
  taxCode: Config.schema(TaxCode, "STRIPE_TAX_CODE").pipe(Config.withDefault(GOODS)),
}).pipe(Config.map(({ stripe, taxCode }) => ({ ...stripe, taxCode })));

const addressOf = ({ line1, line2, city, region, zip, country }: PostalAddress) => ({
  address: { line1, line2: line2 ?? "", city, state: region, postal_code: zip, country },
  address_source: "shipping" as const,
});

/** A line of ours as lines of Stripe's: the thing, and its charge beside it. What costs nothing is not asked about. */
const itemsOf = (taxCode: string) => (line: TaxLine, index: number) =>
  [
    { amount: line.price, reference: `${index}.price`, tax_code: taxCode },
    { amount: line.charge, reference: `${index}.charge`, tax_code: SHIPPING },
  ].flatMap((item) => (item.amount > 0 ? [{ ...item, tax_behavior: "exclusive" as const }] : []));

const calculate = async (
  stripe: Stripe,
  question: Stripe.Tax.CalculationCreateParams,
): Promise<ReadonlyArray<Stripe.Tax.CalculationLineItem>> => {
  const { id, line_items: first } = await stripe.tax.calculations.create({
    ...question,
    expand: ["line_items"],
  });
  if (first && !first.has_more) return first.data;
  const all: Array<Stripe.Tax.CalculationLineItem> = [];
  for await (const item of stripe.tax.calculations.listLineItems(id ?? "", { limit: 100 })) all.push(item);
  return all;
};

/** What is owed for each line, by its place. */
const totalsOf = (
  lines: ReadonlyArray<TaxLine>,
  items: ReadonlyArray<Stripe.Tax.CalculationLineItem>,
): ReadonlyMap<string, Cents> => {
  const taxes = new Map(items.map(({ reference, amount_tax }) => [reference, amount_tax]));
  return new Map(
    lines.map(({ key }, index) => {
      const tax = (taxes.get(`${index}.price`) ?? 0) + (taxes.get(`${index}.charge`) ?? 0);
      return [key, cents(tax)] as const;
    }),
  );
};

/** An address of which Stripe can make nothing is the buyer's to put right; a tax that is not set up is the shop's. */
const endingFor = ({ code, ending }: { readonly code: string; readonly ending: ProviderError }) => {
  if (code === "customer_tax_location_invalid" || code === "shipping_address_invalid") {
    return refused(`shipTo: ${ending.reason}`);
  }
  return code === "stripe_tax_inactive" ? unavailable("Stripe Tax is not set up for this account") : ending;
};

const quoting = ({ read }: Asking, taxCode: string): Tax["Service"]["quote"] =>
  Effect.fn("StripeTax.quote")(function* ({ shipTo, currency, lines }) {
    const taxes = new Map<string, Cents>();
    for (let from = 0; from < lines.length; from += LINES) {
      const some = lines.slice(from, from + LINES);
      const line_items = some.flatMap(itemsOf(taxCode));
      if (line_items.length === 0) {
        for (const { key } of some) taxes.set(key, cents(0));
        continue;
      }
      const question = { currency: currency.toLowerCase(), customer_details: addressOf(shipTo), line_items };
      const items = yield* Effect.mapError(
        read((stripe) => calculate(stripe, question)),
        (failed) => endingFor({ code: failed.code, ending: endingOf(failed) }),
      );
      if (items.length !== line_items.length) return yield* unavailable("it did not answer for every line");
      for (const [key, tax] of totalsOf(some, items)) taxes.set(key, tax);
    }
    return taxes;
  });

const layer = (settings: StripeTaxSettings): Layer.Layer<Tax> =>
  Layer.sync(Tax, () => Tax.of({ quote: quoting(openStripe(settings), settings.taxCode ?? GOODS) }));

/** Sales tax as Stripe Tax reckons it for the buyer's address, line by line; it is a question, nothing is filed (R22). */
export const StripeTax = { layer, layerConfig: Layer.unwrap(Effect.map(stripeTaxConfig, layer)) };

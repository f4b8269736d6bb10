import { BasisPoints, cents, ProviderRefused, regionName, shareOf, Tax } from "@resale/core";
import { Effect, Layer } from "effect";
import { type SalesTax, salesTaxes } from "./salesTax.ts";

const PROVIDER = "tax table";

/** Sales tax from a table by state: the same answer every time, and nobody to ask (R22). */
export const TaxTable = {
  /** Of the table given, or of the statewide rates. */
  layer: (taxes: Readonly<Record<string, SalesTax>> = salesTaxes): Layer.Layer<Tax> =>
    Layer.succeed(
      Tax,
      Tax.of({
        quote: Effect.fn("TaxTable.quote")(function* ({ shipTo, currency, lines }) {
          const tax = shipTo.country === "US" ? taxes[shipTo.region] : undefined;
          if (tax === undefined) {
            const reason = `shipTo.region: no tax is known for ${regionName(shipTo.region)}, ${shipTo.country}`;
            return yield* new ProviderRefused({ provider: PROVIDER, reason });
          }
          if (currency !== "USD") {
            return yield* new ProviderRefused({
              provider: PROVIDER,
              reason: `currency: only USD, not ${currency}`,
            });
          }
          const rate = BasisPoints.make(tax.rate);
          return new Map(
            lines.map(({ key, price, charge }) => {
              const base = tax.taxesShipping ? cents(price + charge) : price;
              return [key, shareOf(base, rate)] as const;
            }),
          );
        }),
      }),
    ),
};

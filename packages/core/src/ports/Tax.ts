import { Context, type Effect } from "effect";
import type { PostalAddress } from "../address/PostalAddress.ts";
import type { Cents, Currency } from "../money/Money.ts";
import type { ProviderError } from "./Provider.ts";

/** A line to be taxed: the price of a thing and its shipping charge. `key` is the caller's own. */
export interface TaxLine {
  readonly key: string;
  readonly price: Cents;
  readonly charge: Cents;
}

/** Sales tax, computed at checkout for each line (R22). */
export class Tax extends Context.Service<
  Tax,
  {
    /** The tax of each line, by the line's key, in cents. */
    readonly quote: (request: {
      readonly shipTo: PostalAddress;
      readonly currency: Currency;
      readonly lines: ReadonlyArray<TaxLine>;
    }) => Effect.Effect<ReadonlyMap<string, Cents>, ProviderError>;
  }
>()("@resale/core/ports/Tax") {}

import { BasisPoints, cents, type ProviderError, shareOf, Tax } from "@resale/core";
import { Context, Effect, Layer } from "effect";
import { type Faults, makeFaults } from "./Faults.ts";

type Errors = { readonly quote: ProviderError };

const make = () => {
  let rate: BasisPoints = BasisPoints.make(800);
  const { failNext, call } = makeFaults<Errors>();
  const port = Tax.of({
    quote: ({ lines }) =>
      call(
        "quote",
        Effect.sync(
          () => new Map(lines.map(({ key, price, charge }) => [key, shareOf(cents(price + charge), rate)])),
        ),
      ),
  });
  const setRate = (next: BasisPoints): void => {
    rate = next;
  };
  return { port, control: { failNext, setRate } };
};

/** One rate of tax everywhere, on price and shipping: 8 %, until a test says otherwise. */
export class MemoryTax extends Context.Service<
  MemoryTax,
  Faults<Errors> & { readonly setRate: (rate: BasisPoints) => void }
>()("@resale/testkit/memory/MemoryTax") {
  static readonly layer: Layer.Layer<Tax | MemoryTax> = Layer.effectContext(
    Effect.sync(() => {
      const { port, control } = make();
      return Context.add(Context.make(Tax, port), MemoryTax, control);
    }),
  );
}

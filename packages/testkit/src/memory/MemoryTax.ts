import {
  BasisPoints,
  cents,
  isRegion,
  type ProviderError,
  ProviderRefused,
  RegionCode,
  regionName,
  shareOf,
  Tax,
} from "@resale/core";
import { Context, Effect, Layer } from "effect";
import { type Faults, makeFaults } from "./Faults.ts";

type Errors = { readonly quote: ProviderError };

/** The one place that takes no tax. */
const UNTAXED = RegionCode.make("OR");

const make = () => {
  let rate: BasisPoints = BasisPoints.make(800);
  const { failNext, call } = makeFaults<Errors>();
  const port = Tax.of({
    quote: ({ shipTo, lines }) =>
      call(
        "quote",
        Effect.suspend(() => {
          if (!isRegion(shipTo.region)) {
            const reason = `shipTo.region: no tax is known for ${regionName(shipTo.region)}`;
            return Effect.fail(new ProviderRefused({ provider: "memory tax", reason }));
          }
          const here = shipTo.region === UNTAXED ? BasisPoints.make(0) : rate;
          return Effect.succeed(
            new Map(lines.map(({ key, price, charge }) => [key, shareOf(cents(price + charge), here)])),
          );
        }),
      ),
  });
  const setRate = (next: BasisPoints): void => {
    rate = next;
  };
  return { port, control: { failNext, setRate } };
};

/** One rate of tax everywhere but in Oregon, on price and shipping: 8 %, until a test says otherwise. */
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

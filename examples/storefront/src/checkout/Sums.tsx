import { type Cents, type Currency, cents, format, sum } from "@resale/core";
import type { CheckoutAnswer, Listing, ProgramFacts } from "../api/queries.ts";
import { words } from "./words.ts";

type Line = Pick<CheckoutAnswer["lines"][number], "listing" | "title" | "seller" | "price" | "charge">;

interface Props {
  readonly lines: ReadonlyArray<Line & { readonly tax?: Cents }>;
  /** With tax; left out, as long as nobody knows where it goes. */
  readonly total?: Cents;
  readonly currency: Currency;
}

/** Each piece with its price; shipping, tax and total beneath. */
export const Sums = ({ lines, total, currency }: Props) => {
  const sumOf = (part: "price" | "charge" | "tax") => sum(lines.map((line) => cents(line[part] ?? 0)));
  return (
    <dl className="sums">
      {lines.map(({ listing, title, seller, price }) => (
        <div key={listing}>
          <dt>
            {title} <small>{words.from(seller)}</small>
          </dt>
          <dd>{format(price, currency)}</dd>
        </div>
      ))}
      <div>
        <dt>{words.charge}</dt>
        <dd>{format(sumOf("charge"), currency)}</dd>
      </div>
      <div>
        <dt>{words.tax}</dt>
        <dd>{total === undefined ? words.taxLater : format(sumOf("tax"), currency)}</dd>
      </div>
      <div className="total">
        <dt>{total === undefined ? words.beforeTax : words.total}</dt>
        <dd>{format(total ?? sum([sumOf("price"), sumOf("charge")]), currency)}</dd>
      </div>
    </dl>
  );
};

/** What is known of the sums before it is known where the pieces go: what follows then does not move the button. */
export const SumsBeforeTax = ({
  pieces,
  program,
}: {
  readonly pieces: ReadonlyArray<Listing>;
  readonly program: ProgramFacts;
}) => {
  const lines = pieces.map(({ id, title, seller, price, charge }) => ({
    listing: id,
    title,
    seller: seller.name,
    price: price ?? cents(0),
    charge: charge ?? program.charge,
  }));
  return <Sums lines={lines} currency={program.currency} />;
};

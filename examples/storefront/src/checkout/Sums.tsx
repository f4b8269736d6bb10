import { type Cents, type Currency, cents, format, sum } from "@resale/core";
import type { CheckoutAnswer } from "../api/queries.ts";
import { words } from "./words.ts";

interface Props {
  readonly lines: CheckoutAnswer["lines"];
  readonly total: Cents;
  readonly currency: Currency;
}

/** Each piece with its price; shipping, tax and total beneath. */
export const Sums = ({ lines, total, currency }: Props) => {
  const all = (part: "charge" | "tax") => format(sum(lines.map((line) => cents(line[part]))), currency);
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
        <dd>{all("charge")}</dd>
      </div>
      <div>
        <dt>{words.tax}</dt>
        <dd>{all("tax")}</dd>
      </div>
      <div className="total">
        <dt>{words.total}</dt>
        <dd>{format(total, currency)}</dd>
      </div>
    </dl>
  );
};

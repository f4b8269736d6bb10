import { format } from "@resale/core";
import type { Explanation, Order } from "../api/queries.ts";
import { PostalLines } from "../design/PostalLines.tsx";
import { DeadlineText } from "../design/Reckoning.tsx";
import { Documents } from "./Documents.tsx";
import { Rate } from "./Rate.tsx";
import { Verdict } from "./Verdict.tsx";
import { words } from "./words.ts";

interface Props {
  readonly order: Order;
  readonly explanation: Explanation;
}

type Buyer = NonNullable<Order["buyer"]>;

const Paid = ({ order, buyer }: { readonly order: Order; readonly buyer: Buyer }) => {
  const { currency } = order;
  const rows = [
    [words.price, order.price],
    [words.charge, buyer.charge],
    [words.tax, buyer.tax],
  ] as const;
  const { shipTo } = buyer;
  const refund = words.refund[buyer.refund];
  return (
    <section className="summary">
      <h2>{order.cancelled !== null && buyer.refund === "None" ? words.notPaid : words.paid}</h2>
      <dl className="sums">
        {rows.map(([name, amount]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{format(amount, currency)}</dd>
          </div>
        ))}
        <div className="total">
          <dt>{words.total}</dt>
          <dd>{format(buyer.total, currency)}</dd>
        </div>
      </dl>
      {refund === undefined ? null : <p className="notice good">{refund(format(buyer.total, currency))}</p>}
      <h3>{order.cancelled === null ? words.to : words.toBe}</h3>
      <PostalLines of={shipTo} />
    </section>
  );
};

/** What the buyer may do, and what they paid. */
export const BuyerSide = ({ order, explanation }: Props) => {
  const { buyer } = order;
  if (buyer === null) return null;
  const open = new Set(explanation.open);
  return (
    <>
      {order.window !== null && open.has("Confirm") ? (
        <Verdict window={order.window} seller={buyer.seller} />
      ) : null}
      {open.has("Rate") ? <Rate seller={buyer.seller} /> : null}
      {buyer.returnTracking === null ? null : (
        <section>
          <h2>{words.back}</h2>
          <p>{words.backMore}</p>
          {buyer.returnBy === null ? null : (
            <p>
              {words.backBy} <DeadlineText deadline={buyer.returnBy} />
            </p>
          )}
          <Documents qr />
        </section>
      )}
      <Paid order={order} buyer={buyer} />
    </>
  );
};

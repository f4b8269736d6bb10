import { useClock } from "../api/clock.ts";
import type { CheckoutAnswer } from "../api/queries.ts";
import { useSession } from "../session/session.ts";
import { buyerOf } from "./buyer.ts";
import { Sums } from "./Sums.tsx";
import { words } from "./words.ts";

/** What was bought, and how to follow it: a member here, a guest by the mail's link (R26). */
export const Receipt = ({ checkout }: { readonly checkout: CheckoutAnswer }) => {
  const signedIn = useSession();
  const { data: clock } = useClock();
  const email = buyerOf(checkout.id);
  const isMember = signedIn?.part === "Member" && signedIn.email === email;
  return (
    <div className="receipt">
      <div role="status">
        <h1>{words.receipt}</h1>
        <p>{words.receiptMore(email)}</p>
      </div>
      <section className="summary" aria-label={words.orders}>
        <h2>{words.orders}</h2>
        <Sums lines={checkout.lines} total={checkout.total} currency={checkout.currency} />
      </section>
      {isMember ? (
        <ul className="links">
          {checkout.orders.map((order, index) => (
            <li key={order}>
              {checkout.lines[index]?.title}: <a href={`/orders/${order}`}>{words.follow}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          {words.guestFollow}{" "}
          {clock?.settable === true && email !== "" ? (
            <a href={`/mails?to=${encodeURIComponent(email)}`}>{words.yourMails}</a>
          ) : null}
        </p>
      )}
    </div>
  );
};

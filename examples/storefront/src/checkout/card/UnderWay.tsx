import { Suspense } from "react";
import type { CheckoutAnswer } from "../../api/queries.ts";
import { late } from "../../routing/late.ts";
import { usePaymentForm } from "./usePayment.ts";
import { words } from "./words.ts";

const StripeBank = late(async () => (await import("./StripeBank.tsx")).StripeBank);

/** Whether the bank asks may be known a moment after the payment is under way. */
const ASK_AGAIN = 3000;

const Patience = () => (
  <div className="notice" role="status">
    <h2>{words.paying}</h2>
    <p>{words.payingMore}</p>
  </div>
);

/** While a payment is under way: one waits for the bank, or the bank for the buyer. */
export const UnderWay = ({ checkout }: { readonly checkout: CheckoutAnswer }) => {
  const { data: form } = usePaymentForm(checkout, ASK_AGAIN);
  if (form?.provider !== "Stripe" || form.publishableKey === null || form.clientSecret === null) {
    return <Patience />;
  }
  return (
    <Suspense fallback={<Patience />}>
      <StripeBank checkout={checkout} publishableKey={form.publishableKey} clientSecret={form.clientSecret} />
    </Suspense>
  );
};

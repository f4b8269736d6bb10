import { Suspense } from "react";
import type { CheckoutAnswer } from "../../api/queries.ts";
import { late } from "../../routing/late.ts";
import { Failed } from "../../shell/Mishap.tsx";
import { Waiting } from "../../shell/Waiting.tsx";
import { SimulatedCards } from "./SimulatedCards.tsx";
import { usePaymentForm } from "./usePayment.ts";
import { words } from "./words.ts";

const StripeCards = late(async () => (await import("./StripeCards.tsx")).StripeCards);

/** The form of whichever provider takes this shop's cards. */
export const CardForm = ({ checkout }: { readonly checkout: CheckoutAnswer }) => {
  const { data: form, error, refetch } = usePaymentForm(checkout);
  if (form === undefined) return error === null ? <Waiting /> : <Failed error={error} again={refetch} />;
  if (form.provider === "Simulated") return <SimulatedCards checkout={checkout} />;
  if (form.provider === "Stripe" && form.publishableKey !== null) {
    return (
      <Suspense fallback={<Waiting />}>
        <StripeCards checkout={checkout} publishableKey={form.publishableKey} />
      </Suspense>
    );
  }
  return (
    <p className="notice bad" role="alert">
      {words.noForm}
    </p>
  );
};

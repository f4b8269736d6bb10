import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import type { CheckoutAnswer } from "../../api/queries.ts";
import { openStripe } from "./stripe.ts";
import { useAskAgain } from "./usePayment.ts";
import { words } from "./words.ts";

interface Props {
  readonly checkout: CheckoutAnswer;
  readonly publishableKey: string;
  readonly clientSecret: string;
}

/** What this page has shown by itself: a question that was closed is opened again by the buyer. */
const shown = new Set<string>();

/** The bank's own question (3-D Secure), shown by Stripe above the page; whatever is answered, the marketplace looks anew. */
export const StripeBank = ({ checkout, publishableKey, clientSecret }: Props) => {
  const askAgain = useAskAgain(checkout);
  const answer = useMutation({
    mutationFn: async () => {
      const stripe = await openStripe(publishableKey);
      // Who has answered at another window is asked nothing more.
      await stripe.handleNextAction({ clientSecret }).catch(() => undefined);
      await askAgain();
    },
  });
  const { mutate } = answer;
  useEffect(() => {
    if (shown.has(clientSecret)) return;
    shown.add(clientSecret);
    mutate();
  }, [clientSecret, mutate]);
  return (
    <div className="notice" role="status">
      <h2>{words.bankAsks}</h2>
      <p>{answer.isError ? words.notAsked : words.bankAsksMore}</p>
      <button
        type="button"
        className="button"
        aria-disabled={answer.isPending}
        onClick={() => {
          if (!answer.isPending) mutate();
        }}
      >
        {answer.isPending ? words.answering : words.answerBank}
      </button>
    </div>
  );
};

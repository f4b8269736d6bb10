import { format } from "@resale/core";
import type { FormEvent, ReactNode } from "react";
import { rejectionOf, wordsOf } from "../../api/client.ts";
import type { CheckoutAnswer } from "../../api/queries.ts";
import { NoCard, usePayment } from "./usePayment.ts";
import { words } from "./words.ts";

interface Props {
  readonly checkout: CheckoutAnswer;
  /** The card, as the provider's own form hands it over. */
  readonly handOver: () => Promise<string>;
  /** Whether there is a card to hand over yet. */
  readonly ready?: boolean;
  readonly children: ReactNode;
}

const Declined = ({ reason }: { readonly reason: string }) => (
  <div className="notice bad" role="alert">
    <h2>{words.declined}</h2>
    <p>
      {words.reasons[reason] ?? ""} {words.declinedMore}
    </p>
  </div>
);

/** What every card form has around its fields: why the last card was refused, and the button that pays. */
export const PayForm = ({ checkout, handOver, ready = true, children }: Props) => {
  const pay = usePayment(checkout, handOver);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready && !pay.isPending) pay.mutate();
  };
  const rejection = rejectionOf(pay.error);
  const reason = rejection?._tag === "CardDeclined" ? rejection.reason : checkout.declined;
  const said = pay.error instanceof NoCard ? pay.error.message : wordsOf(pay.error);
  return (
    <form className="card-form" onSubmit={submit}>
      <fieldset className="group">
        <legend>{words.card}</legend>
        {children}
      </fieldset>
      {reason === null ? null : <Declined reason={reason} />}
      {pay.error !== null && rejection?._tag !== "CardDeclined" && said !== "" ? (
        <p className="notice bad" role="alert">
          {said}
        </p>
      ) : null}
      <button type="submit" className="button" aria-disabled={pay.isPending || !ready}>
        {pay.isPending ? words.paying : words.pay(format(checkout.total, checkout.currency))}
      </button>
    </form>
  );
};

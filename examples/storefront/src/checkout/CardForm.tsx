import { format } from "@resale/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { client, rejectionOf, wordsOf } from "../api/client.ts";
import type { CheckoutAnswer } from "../api/queries.ts";
import { useAttempt } from "../api/useAttempt.ts";
import { cards, words } from "./words.ts";

/** The card provider's form. Where the provider is simulated, one chooses how the card behaves. */
export const CardForm = ({ checkout }: { readonly checkout: CheckoutAnswer }) => {
  const queries = useQueryClient();
  const [token, setToken] = useState<string>(cards[0][0]);
  const key = ["checkout", checkout.id];
  const send = useAttempt((card: string, attempt) =>
    client.buying.pay({
      params: { checkout: checkout.id },
      payload: { tender: "Card", token: card as never },
      key: attempt,
    }),
  );
  const pay = useMutation({
    mutationFn: () => send(token),
    onSuccess: (answer) => queries.setQueryData(key, answer),
    // What went wrong is said at once, not when all is asked anew.
    onError: () => void queries.invalidateQueries({ queryKey: key }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!pay.isPending) pay.mutate();
  };
  const rejection = rejectionOf(pay.error);
  const reason = rejection?._tag === "CardDeclined" ? rejection.reason : checkout.declined;
  return (
    <form className="card-form" onSubmit={submit}>
      <fieldset className="group">
        <legend>{words.card}</legend>
        <p className="soft">{words.sandboxCards}</p>
        {cards.map(([value, name, about]) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name="card"
              value={value}
              checked={token === value}
              onChange={() => setToken(value)}
            />
            <span>{name}</span>
            <small>{about}</small>
          </label>
        ))}
      </fieldset>
      {reason === null ? null : (
        <div className="notice bad" role="alert">
          <h2>{words.declined}</h2>
          <p>
            {words.reasons[reason] ?? ""} {words.declinedMore}
          </p>
        </div>
      )}
      {pay.error !== null && rejection?._tag !== "CardDeclined" ? (
        <p className="notice bad" role="alert">
          {wordsOf(pay.error)}
        </p>
      ) : null}
      <button type="submit" className="button" aria-disabled={pay.isPending}>
        {pay.isPending ? words.paying : words.pay(format(checkout.total, checkout.currency))}
      </button>
    </form>
  );
};

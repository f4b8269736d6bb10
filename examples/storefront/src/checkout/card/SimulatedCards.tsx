import { useState } from "react";
import type { CheckoutAnswer } from "../../api/queries.ts";
import { PayForm } from "./PayForm.tsx";
import { cards, words } from "./words.ts";

/** Where the provider is simulated, one chooses how the card behaves. */
export const SimulatedCards = ({ checkout }: { readonly checkout: CheckoutAnswer }) => {
  const [token, setToken] = useState<string>(cards[0][0]);
  return (
    <PayForm checkout={checkout} handOver={() => Promise.resolve(token)}>
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
    </PayForm>
  );
};

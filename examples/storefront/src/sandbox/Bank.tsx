import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { wordsOf } from "../api/client.ts";
import { chargeBack } from "./control.ts";
import { words } from "./words.ts";

type Outcome = Parameters<typeof chargeBack>[1];
const outcomes = ["Open", "Won", "Lost"] as const;

/** The bank's hand, in a shop that is tried out: a payment is disputed, and the dispute ends (R50). */
export const Bank = ({ order }: { readonly order: string }) => {
  const id = useId();
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome>("Open");
  const act = useMutation({
    mutationFn: () => chargeBack(order, outcome),
    onSuccess: () => queries.invalidateQueries(),
  });
  const detail =
    typeof act.error === "object" && act.error !== null && "detail" in act.error
      ? String(act.error.detail)
      : wordsOf(act.error);
  return (
    <form
      className="drop"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <p className="field">
        <label htmlFor={id}>{words.bank}</label>
        <select
          id={id}
          value={outcome}
          onChange={({ target }) => setOutcome(outcomes.find((one) => one === target.value) ?? "Open")}
        >
          {outcomes.map((one) => (
            <option key={one} value={one}>
              {words.banks[one]}
            </option>
          ))}
        </select>
      </p>
      <button type="submit" className="button quiet" disabled={act.isPending}>
        {words.bankGo}
      </button>
      <p role="status" className="soft">
        {act.isSuccess ? words.bankTold : act.isError ? detail : words.bankMore}
      </p>
    </form>
  );
};

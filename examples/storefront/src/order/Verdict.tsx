import type { Deadline } from "@resale/core";
import { useState } from "react";
import { wordsOf } from "../api/client.ts";
import { Confirmed } from "../design/Confirmed.tsx";
import { DeadlineText, Reckoning } from "../design/Reckoning.tsx";
import { DisputeForm } from "./DisputeForm.tsx";
import { useOrderCommand } from "./door.ts";
import { words } from "./words.ts";

/** The buyer's word: all is well, or something is wrong. Silence counts as well, and they are told so (R40–R44). */
export const Verdict = ({ window, seller }: { readonly window: Deadline; readonly seller: string }) => {
  const [wrong, setWrong] = useState(false);
  const confirm = useOrderCommand(({ client, id }, key) =>
    client.orders.confirm({ params: { order: id }, key }),
  );
  return (
    <section className="verdict">
      <h2>{words.windowTitle}</h2>
      <p>
        {words.window} <DeadlineText deadline={window} />
      </p>
      <Reckoning deadline={window} />
      {confirm.error === null ? null : (
        <p className="notice bad" role="alert">
          {wordsOf(confirm.error)}
        </p>
      )}
      {wrong ? (
        <DisputeForm cancel={() => setWrong(false)} />
      ) : (
        <div className="actions">
          <Confirmed
            label={words.confirm}
            title={words.confirmAsk}
            consequence={<p>{words.confirmMore(seller)}</p>}
            yes={words.confirmYes}
            no={words.cancel}
            disabled={confirm.isPending}
            onYes={() => confirm.mutate()}
          />
          <button type="button" className="button quiet" onClick={() => setWrong(true)}>
            {words.wrong}
          </button>
        </div>
      )}
    </section>
  );
};

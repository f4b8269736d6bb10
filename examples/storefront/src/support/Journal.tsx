import { cents, format } from "@resale/core";
import { useMutation } from "@tanstack/react-query";
import { client, wordsOf } from "../api/client.ts";
import type { ProgramFacts } from "../api/queries.ts";
import { spaced } from "../design/spaced.ts";
import { words } from "./words.ts";

/** The whole journal against the facts (R53). */
export const Journal = ({ program }: { readonly program: ProgramFacts }) => {
  const verify = useMutation({ mutationFn: () => client.support.verifyJournal() });
  const { data } = verify;
  return (
    <section>
      <h2>{words.journal}</h2>
      <button
        type="button"
        className="button quiet"
        disabled={verify.isPending}
        onClick={() => verify.mutate()}
      >
        {words.verify}
      </button>
      <div aria-live="polite">
        {verify.error === null ? null : <p className="notice bad">{wordsOf(verify.error)}</p>}
        {data === undefined ? null : (
          <>
            <p className={data.faults.length === 0 ? "notice good" : "notice bad"}>
              {data.faults.length === 0 ? words.verified(data.orders) : words.faults(data.faults.length)}
            </p>
            <ul>
              {data.faults.map(({ order, problem }) => (
                <li key={order + problem}>
                  <a href={`/desk/order/${order}`}>{order}</a>: {problem}
                </li>
              ))}
            </ul>
            <h3>{words.balances}</h3>
            <dl className="sums">
              {data.balances.map(({ account, amount }) => (
                <div key={account}>
                  <dt>{spaced(account)}</dt>
                  <dd>{format(cents(amount), program.currency)}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </div>
    </section>
  );
};

import { cents, format } from "@resale/core";
import { spaced } from "../design/spaced.ts";
import type { StoryAnswer } from "./Story.tsx";
import { words } from "./words.ts";

/** The order's journal in double entry, with what stands on each account (R53). */
export const Money = ({ story }: { readonly story: StoryAnswer }) => {
  const { journal, order } = story;
  const money = (amount: number) => format(cents(amount), order.currency);
  if (journal.length === 0) {
    return (
      <section>
        <h2>{words.money}</h2>
        <p className="soft">{words.moneyNone}</p>
      </section>
    );
  }
  const balances = new Map<string, number>();
  for (const { account, amount } of journal) balances.set(account, (balances.get(account) ?? 0) + amount);
  const standing = [...balances].filter(([, amount]) => amount !== 0);
  const sum = [...balances.values()].reduce((total, amount) => total + amount, 0);
  return (
    <section>
      <h2>{words.money}</h2>
      <table className="journal">
        <thead>
          <tr>
            <th scope="col">{words.entry}</th>
            <th scope="col">{words.account}</th>
            <th scope="col">{words.amount}</th>
          </tr>
        </thead>
        <tbody>
          {journal.map(({ version, account, amount }) => (
            <tr key={`${version}.${account}.${amount}`}>
              <td>#{version}</td>
              <td>{spaced(account)}</td>
              <td>{money(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{words.balance}</h3>
      {standing.length === 0 ? <p>{words.settled}</p> : null}
      <dl className="sums">
        {standing.map(([account, amount]) => (
          <div key={account}>
            <dt>{spaced(account)}</dt>
            <dd>{money(amount)}</dd>
          </div>
        ))}
      </dl>
      <p className={sum === 0 ? "notice good" : "notice bad"}>
        {sum === 0 ? words.balanced : words.unbalanced(money(sum))}
      </p>
    </section>
  );
};

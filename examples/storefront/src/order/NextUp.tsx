import { messageOf } from "@resale/core";
import type { Explanation } from "../api/queries.ts";
import { DeadlineText, Reckoning } from "../design/Reckoning.tsx";
import { words } from "./words.ts";

/** What happens by itself, with its deadline's reckoning; what can't be done, and why (R58). */
export const NextUp = ({ explanation }: { readonly explanation: Explanation }) => {
  const { ifNobodyActs: next, deadlines, closed } = explanation;
  const told = closed.filter(({ command }) => command in words.commands);
  return (
    <section className="nextup">
      <h2>{next === null ? words.next : words.nobody}</h2>
      {next === null ? (
        <p>{words.nobodyNothing}</p>
      ) : (
        <>
          <p>{next.outcome}</p>
          <p className="soft">
            {words.at} <DeadlineText deadline={next.deadline} />
          </p>
          <Reckoning deadline={next.deadline} />
        </>
      )}
      {deadlines.length > 1 ? (
        <details>
          <summary>{words.deadlines}</summary>
          <ul>
            {deadlines.map(({ timer, deadline, outcome }) => (
              <li key={timer}>
                <DeadlineText deadline={deadline} />: {outcome}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {told.length === 0 ? null : (
        <details>
          <summary>{words.why}</summary>
          <dl>
            {told.map(({ command, because }) => (
              <div key={command}>
                <dt>{words.commands[command]}</dt>
                <dd>{messageOf(because)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
};

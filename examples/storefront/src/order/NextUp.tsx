import { messageOf } from "@resale/core";
import type { Explanation } from "../api/queries.ts";
import { DeadlineText, Reckoning } from "../design/Reckoning.tsx";
import { words } from "./words.ts";

/** All that happens by itself, each with its deadline's reckoning; what can't be done, and why (R58). */
export const NextUp = ({ explanation }: { readonly explanation: Explanation }) => {
  const { deadlines, closed } = explanation;
  const told = closed.filter(({ command }) => command in words.commands);
  const isSettled = deadlines.length === 0;
  return (
    <section className="nextup">
      <h2>{isSettled ? words.next : words.nobody}</h2>
      {isSettled ? <p>{words.nobodyNothing}</p> : null}
      {isSettled ? null : (
        <ol>
          {deadlines.map(({ timer, deadline, outcome }) => (
            <li key={timer}>
              <p>{outcome}</p>
              <p className="soft">
                {words.at} <DeadlineText deadline={deadline} />
              </p>
              <Reckoning deadline={deadline} />
            </li>
          ))}
        </ol>
      )}
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

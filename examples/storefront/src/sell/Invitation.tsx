import type { ProgramFacts } from "../api/queries.ts";
import { words } from "./words.ts";

/** How selling goes, for whoever is not signed in. */
export const Invitation = ({ program }: { readonly program: ProgramFacts }) => (
  <div className="page narrow">
    <title>{words.title}</title>
    <h1>{words.title}</h1>
    <p>{words.lead}</p>
    <ol className="howto">
      {words.steps.map(([title, more]) => (
        <li key={title}>
          <strong>{title}</strong> {more}
        </li>
      ))}
    </ol>
    <p>
      {words.share(program.sellerShare / 100)} {words.why(program.loyalty)}
    </p>
    <p>
      <a className="button" href="/account?then=/sell">
        {words.signIn}
      </a>
    </p>
  </div>
);

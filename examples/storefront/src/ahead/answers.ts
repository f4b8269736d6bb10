import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { session } from "../session/session.ts";

/** What a page was made of that was written ahead: each question by its key, with its answer. */
interface Answers {
  /** When they were given, by the clock of whoever wrote the page. */
  readonly at: number;
  readonly known: ReadonlyArray<readonly [key: QueryKey, answer: unknown]>;
}

/** Where they stand in the page. */
const PLACE = "answers";

/** Nothing that is told can end the element it stands in, or begin another. */
export const answersIn = (queries: QueryClient, at: number): string => {
  const all = queries.getQueryCache().getAll();
  const known = all.filter(({ state }) => state.status === "success");
  const answers: Answers = { at, known: known.map(({ queryKey, state }) => [queryKey, state.data]) };
  const text = JSON.stringify(answers).replaceAll("<", "\\u003c");
  return `<script type="application/json" id="${PLACE}">${text}</script>`;
};

/** Takes the answers that came with the page, as old as they are: the page may have been kept by the browser. */
export const takeAnswers = (queries: QueryClient): void => {
  const place = document.getElementById(PLACE);
  if (place === null) return;
  const { at, known }: Answers = JSON.parse(place.textContent);
  for (const [key, answer] of known)
    queries.setQueryData(key, answer, { updatedAt: Math.min(at, Date.now()) });
  // They were given to a stranger: of a piece, whoever is signed in may see more.
  if (session() !== undefined) void queries.invalidateQueries({ queryKey: ["listing"] });
};

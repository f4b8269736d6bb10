import "./browse.css";
import "./filters.css";
import "./search.css";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useProgram } from "../api/queries.ts";
import { Failed } from "../shell/Mishap.tsx";
import { Chosen, countChosen } from "./Chosen.tsx";
import { foundOf, useFacets, usePieces } from "./catalogue.ts";
import { FilterForm } from "./FilterForm.tsx";
import { sorts, useFilters } from "./filters.ts";
import { PieceCard } from "./PieceCard.tsx";
import { SearchField } from "./SearchField.tsx";
import { Skeleton } from "./Skeleton.tsx";
import { words } from "./words.ts";

const AT_ONCE = 4;

/** The catalogue: what is there, narrowed as one likes. */
export const BrowsePage = () => {
  const state = useFilters();
  const { filters, sort, set } = state;
  const { data: program, error: unreachable, refetch } = useProgram();
  const pieces = usePieces(filters, sort);
  const { data: facets } = useFacets(filters);
  const sheet = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  if (unreachable !== null) return <Failed error={unreachable} again={refetch} />;
  const entries = pieces.data?.pages.flatMap((page) => page.entries) ?? [];
  const isEmpty = program === undefined || pieces.isPending;
  const found = foundOf(facets, pieces);
  const form = program === undefined ? null : <FilterForm state={state} facets={facets} program={program} />;
  return (
    <div className="browse">
      <title>{program === undefined ? words.title : `${program.brand} ${program.name}`}</title>
      <div className="lead">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <SearchField state={state} />
      </div>
      <aside aria-label={words.filters}>{form}</aside>
      <section className="found" aria-busy={pieces.isPlaceholderData}>
        <div className="bar">
          <p role="status">{isEmpty ? words.loading : words.found(found.count, found.isMore)}</p>
          <button
            type="button"
            className="button quiet narrow-only"
            onClick={() => {
              // What it holds is there before it opens: its first field gets the focus.
              flushSync(() => setOpen(true));
              sheet.current?.showModal();
            }}
          >
            {words.showFilters(program === undefined ? 0 : countChosen(filters, program))}
          </button>
          <label>
            <span>{words.sort}</span>
            <select
              value={sort}
              onChange={({ target }) =>
                set(
                  filters,
                  sorts.find((one) => one === target.value),
                )
              }
            >
              {sorts.map((one) => (
                <option key={one} value={one}>
                  {words.sorts[one]}
                </option>
              ))}
            </select>
          </label>
        </div>
        {program === undefined ? null : <Chosen state={state} program={program} />}
        {pieces.error === null ? null : <Failed error={pieces.error} again={pieces.refetch} />}
        <ul className="cards">
          {program === undefined
            ? null
            : entries.map((entry, index) => (
                <PieceCard key={entry.listing} entry={entry} program={program} eager={index < AT_ONCE} />
              ))}
        </ul>
        {pieces.isSuccess && entries.length === 0 ? (
          <div className="notice">
            <h2>{words.none}</h2>
            <p>{words.noneMore}</p>
          </div>
        ) : null}
        {isEmpty ? <Skeleton /> : null}
        {pieces.hasNextPage ? (
          <p className="more">
            <button
              type="button"
              className="button quiet"
              disabled={pieces.isFetchingNextPage}
              onClick={() => pieces.fetchNextPage()}
            >
              {pieces.isFetchingNextPage ? words.loading : words.more}
            </button>
          </p>
        ) : null}
      </section>
      <dialog ref={sheet} className="sheet" aria-label={words.filters} onClose={() => setOpen(false)}>
        {isOpen ? form : null}
        <form method="dialog" className="done">
          <button type="submit" className="button">
            {words.showResults(found.count, found.isMore)}
          </button>
        </form>
      </dialog>
    </div>
  );
};

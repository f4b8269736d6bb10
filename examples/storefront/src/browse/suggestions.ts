import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { client } from "../api/client.ts";
import { type ProgramFacts, useProgram } from "../api/queries.ts";
import { type Facets, facetsQuery } from "./catalogue.ts";
import { type Filters, type Several, several, write } from "./filters.ts";

const PAUSE = 180;
const MOST_PIECES = 4;
const MOST_VALUES = 4;

/** Something that what was typed may have meant: a value to filter by, or a piece. */
export interface Suggestion {
  readonly href: string;
  readonly label: string;
  readonly photo?: string | null;
  readonly count?: number;
}

const useRested = (text: string): string => {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
};

const labelOf = (program: ProgramFacts, key: Several, value: string): string => {
  const known = [...program.categories, ...program.grades].find((one) => one.key === value);
  return key === "category" || key === "grade" ? (known?.label ?? value) : value;
};

const beginsIn = (label: string, typed: string): boolean =>
  label
    .toLowerCase()
    .split(/\s+/)
    .some((word, index, all) => [word, ...all.slice(index + 1)].join(" ").startsWith(typed));

const valuesOf = (facets: Facets, program: ProgramFacts, typed: string): ReadonlyArray<Suggestion> =>
  several
    .flatMap((key) =>
      facets[key].map(({ value, count }) => ({
        label: labelOf(program, key, value),
        count,
        href: write({ [key]: [value] } satisfies Filters, "Newest"),
      })),
    )
    .filter(({ label, count }) => count > 0 && beginsIn(label, typed))
    .toSorted((one, other) => other.count - one.count)
    .slice(0, MOST_VALUES);

/** What somebody may mean while they type: kinds, colours and materials by their names, and pieces themselves. */
export const useSuggestions = (typed: string): ReadonlyArray<Suggestion> => {
  const text = useRested(typed.trim().toLowerCase());
  const { data: program } = useProgram();
  const { data: facets } = useQuery({ ...facetsQuery({}), enabled: text !== "" });
  const { data: pieces } = useQuery({
    queryKey: ["suggested", text],
    queryFn: ({ signal }) => client.catalogue.search({ query: { text, limit: MOST_PIECES }, signal }),
    enabled: text.length > 1,
    staleTime: 60_000,
  });
  if (text === "" || typed.trim() === "") return [];
  return [
    ...(facets === undefined || program === undefined ? [] : valuesOf(facets, program, text)),
    ...(pieces?.entries ?? []).map(({ listing, title, photo }) => ({
      href: `/listings/${listing}`,
      label: title,
      photo,
    })),
  ];
};

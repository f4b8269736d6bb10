import { format } from "@resale/core";
import type { ProgramFacts } from "../api/queries.ts";
import { Picture } from "../design/Picture.tsx";
import type { Entry } from "./catalogue.ts";
import { words } from "./words.ts";

/** Two columns on a telephone; on a larger window as many as fit, beside the filters. */
const SIZES = "(min-width: 700px) 320px, 46vw";

interface Props {
  readonly entry: Entry;
  readonly program: ProgramFacts;
  /** Above the fold: loaded at once. */
  readonly eager: boolean;
}

/** A piece in a list: the photograph first. */
export const PieceCard = ({ entry, program, eager }: Props) => {
  const { grades, currency, ownStock } = program;
  const grade = grades.find(({ key }) => key === entry.grade)?.label ?? entry.grade;
  return (
    <li className="card">
      <a href={`/listings/${entry.listing}`}>
        <Picture
          id={entry.photo}
          size="list"
          sizes={SIZES}
          alt=""
          eager={eager}
          placeholder={entry.placeholder}
        />
        {entry.ownStock ? <span className="tag">{ownStock}</span> : null}
        {entry.reserved ? <span className="tag held">{words.held}</span> : null}
        <h2>{entry.title}</h2>
      </a>
      <p className="soft">{[entry.colour, grade].filter(Boolean).join(" · ")}</p>
      <p className="price">
        {format(entry.price, currency)}{" "}
        {entry.msrp > entry.price ? <small>{words.originally(format(entry.msrp, currency))}</small> : null}
      </p>
    </li>
  );
};

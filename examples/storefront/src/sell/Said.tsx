import { format, split } from "@resale/core";
import type { Listing, ProgramFacts } from "../api/queries.ts";
import { Picture } from "../design/Picture.tsx";
import { Marks } from "../photos/Marks.tsx";
import { captionOf } from "../piece/shots.ts";
import { words } from "./words.ts";

interface Props {
  readonly listing: Listing;
  readonly program: ProgramFacts;
}

/** What the seller has said of a piece, while there is nothing to be typed: its photos, its grade, its price. */
export const Said = ({ listing, program }: Props) => {
  const { photos, grade, imperfections, description, price } = listing.details;
  const { currency, sellerShare } = program;
  const label = program.grades.find(({ key }) => key === grade)?.label;
  // Once it is approved, its price and payout are told above: they may be others (R11).
  const money =
    price === undefined || (listing.inside?.payout ?? null) !== null
      ? undefined
      : `${format(price, currency)}. ${words.payout(format(split(price, sellerShare).part, currency), sellerShare / 100)}`;
  const rows = [
    [words.grade, label],
    [words.asking, money],
    [words.wear, imperfections.map(({ text }) => text).join("; ")],
    [words.description, description],
  ].filter(([, value]) => value !== undefined && value !== "");
  return (
    <section className="told">
      <h2>{words.said}</h2>
      <ul className="board">
        {photos.map((photo) => (
          <li key={photo.photo.id}>
            <span className="marked">
              <Picture
                id={photo.photo.id}
                size="list"
                alt={captionOf(photo, listing, program)}
                placeholder={photo.photo.placeholder}
              />
              <Marks photo={photo.photo} imperfections={imperfections} />
            </span>
          </li>
        ))}
      </ul>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={`/listings/${listing.id}`}>{words.preview}</a>
      </p>
    </section>
  );
};

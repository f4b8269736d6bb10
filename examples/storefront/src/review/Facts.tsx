import { cents, format } from "@resale/core";
import type { Listing, ProgramFacts } from "../api/queries.ts";
import { day } from "../design/dates.ts";
import { MarkNumber } from "../photos/Marks.tsx";
import { words } from "./words.ts";

/** What is known of the piece, and the seller's own words. */
export const Facts = ({
  listing,
  program,
}: {
  readonly listing: Listing;
  readonly program: ProgramFacts;
}) => {
  const { inside, product, details, seller } = listing;
  const { currency, zone } = program;
  const channel = inside?.channel ?? null;
  const grade = program.grades.find(({ key }) => key === details.grade);
  const where = channel === null ? "" : channel._tag === "Store" ? channel.store : words.online;
  const rows = [
    [words.grade, grade?.label],
    [words.asked, details.price === undefined ? undefined : format(details.price, currency)],
    [words.msrp, format(cents(product.msrp), currency)],
    [words.paid, inside?.paid == null ? undefined : format(cents(inside.paid), currency)],
    [words.bought, inside?.purchasedAt == null ? undefined : `${day(inside.purchasedAt, zone)}, ${where}`],
    [words.collection, product.collection],
    [words.seller, seller.name],
  ].filter(([, value]) => value !== undefined);
  return (
    <section className="said">
      {inside?.flags.map((flag) => (
        <p key={flag} className="notice">
          {words.flags}: {words.flagged[flag] ?? flag}
        </p>
      ))}
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value}
              {name === words.grade ? <small>{grade?.description}</small> : null}
            </dd>
          </div>
        ))}
      </dl>
      <div>
        <h2>{words.description}</h2>
        <blockquote className="prose">{details.description}</blockquote>
        <h2>{words.wear}</h2>
        {details.imperfections.length === 0 ? (
          <p>{words.noWear}</p>
        ) : (
          <ul className="marks">
            {details.imperfections.map(({ key, text, at }, index) => (
              <li key={key}>
                {at === undefined ? null : <MarkNumber>{index + 1}</MarkNumber>} {text}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
};

import type { ListingAnswer, ProgramFacts } from "../api/queries.ts";
import { Picture } from "../design/Picture.tsx";
import { Stars } from "../design/Stars.tsx";
import { MarkNumber } from "../photos/Marks.tsx";
import { words } from "./words.ts";

interface Props {
  readonly answer: ListingAnswer;
  readonly program: ProgramFacts;
}

const Grade = ({ answer: { listing }, program }: Props) => {
  const grade = program.grades.find(({ key }) => key === listing.details.grade);
  return (
    <section>
      <h2>
        {words.grade}: {grade?.label ?? listing.details.grade}
      </h2>
      <p>{grade?.description}</p>
      <details>
        <summary>{words.others}</summary>
        <dl>
          {program.grades.map(({ key, label, description }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>{description}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
};

const Seller = ({ answer: { listing, score }, program }: Props) => {
  const { ratings, stars } = score;
  const mean = ratings === 0 ? 0 : stars / ratings;
  return (
    <section>
      <h2>{words.seller}</h2>
      {listing.seller.brand ? (
        <p>{words.brandStock(program.ownStock, program.brand)}</p>
      ) : (
        <p>
          {listing.seller.name}{" "}
          {ratings === 0 ? (
            <small>{words.noRatings}</small>
          ) : (
            <>
              <Stars stars={mean} most={program.mostStars} /> <small>{words.ratings(ratings)}</small>
            </>
          )}
        </p>
      )}
    </section>
  );
};

const Facts = ({ answer: { listing }, program }: Props) => {
  const { colour, material, sku, category } = listing.product;
  const kind = program.categories.find(({ key }) => key === category)?.label;
  const rows = [
    [words.kind, kind],
    [words.colour, colour],
    [words.material, material],
    [words.sku, sku],
  ].filter(([, value]) => value !== undefined);
  return (
    <section>
      <h2>{words.facts}</h2>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const closeUpsOf = ({ details }: ListingAnswer["listing"], imperfection: string): ReadonlyArray<string> =>
  details.photos.flatMap(({ photo, shows }) =>
    shows._tag === "Imperfection" && shows.key === imperfection ? [photo.id] : [],
  );

/** All that is said of a piece: how worn it is, by whom it is sold, what it is. */
export const About = (props: Props) => {
  const { listing } = props.answer;
  const { imperfections, description } = listing.details;
  const { fromDays, toDays } = props.program.estimate;
  return (
    <div className="about">
      <section>
        <h2>{words.about}</h2>
        <p className="prose">{description}</p>
      </section>
      <Grade {...props} />
      <section>
        <h2>{words.wear}</h2>
        {imperfections.length === 0 ? <p>{words.noWear}</p> : null}
        <ul className="wear">
          {imperfections.map(({ key, text, at }, index) => (
            <li key={key}>
              {at === undefined ? null : <MarkNumber>{index + 1}</MarkNumber>}
              {closeUpsOf(listing, key).map((id) => (
                <Picture key={id} id={id} size="list" alt="" />
              ))}
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </section>
      <Seller {...props} />
      <Facts {...props} />
      <section>
        <h2>{words.final}</h2>
        <p>{words.finalMore}</p>
        <p>{words.arrives(fromDays, toDays)}</p>
      </section>
    </div>
  );
};

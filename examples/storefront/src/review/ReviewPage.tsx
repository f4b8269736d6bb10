import "../piece/piece.css";
import "./review.css";
import { cents, format } from "@resale/core";
import { type Listing, type ProgramFacts, useListing, useProgram } from "../api/queries.ts";
import { day } from "../design/dates.ts";
import { DeadlineText, Reckoning } from "../design/Reckoning.tsx";
import { Gallery } from "../piece/Gallery.tsx";
import { captionOf } from "../piece/shots.ts";
import { navigate } from "../routing/location.ts";
import type { Params } from "../routing/match.ts";
import { Only } from "../session/Only.tsx";
import { Failed } from "../shell/Mishap.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { Decision } from "./Decision.tsx";
import { useQueue } from "./queue.ts";
import { words } from "./words.ts";

interface Shown {
  readonly listing: Listing;
  readonly program: ProgramFacts;
}

const Facts = ({ listing, program }: Shown) => {
  const { inside, product, details, seller } = listing;
  const { currency, zone } = program;
  const channel = inside?.channel ?? null;
  const where = channel === null ? "" : channel._tag === "Store" ? channel.store : words.online;
  const rows = [
    [words.asked, details.price === undefined ? undefined : format(details.price, currency)],
    [words.msrp, format(cents(product.msrp), currency)],
    [words.paid, inside?.paid == null ? undefined : format(cents(inside.paid), currency)],
    [words.bought, inside?.purchasedAt == null ? undefined : `${day(inside.purchasedAt, zone)}, ${where}`],
    [words.collection, product.collection],
    [words.seller, seller.name],
    [words.grade, program.grades.find(({ key }) => key === details.grade)?.label],
  ].filter(([, value]) => value !== undefined);
  return (
    <>
      {inside?.flags.map((flag) => (
        <p key={flag} className="notice">
          {words.flags}: {flag}
        </p>
      ))}
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{words.wear}</h2>
      {details.imperfections.length === 0 ? <p>{words.noWear}</p> : null}
      <ul>
        {details.imperfections.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
      <h2>{words.description}</h2>
      <p className="prose">{details.description}</p>
    </>
  );
};

const Review = ({ id }: { readonly id: string }) => {
  const { data: program } = useProgram();
  const { data: queue } = useQueue();
  const { data: answer, error, refetch } = useListing(id);
  if (error !== null && answer === undefined) return <Failed error={error} again={refetch} />;
  if (answer === undefined || program === undefined) return <Waiting />;
  const { listing } = answer;
  const next = queue?.find((one) => one.id !== id);
  const photos = listing.details.photos.map((photo) => ({
    id: photo.photo.id,
    caption: captionOf(photo, listing, program),
  }));
  return (
    <article className="piece review">
      <title>{listing.title}</title>
      <p className="back">
        <a href="/desk/review">← {words.back}</a>
      </p>
      <Gallery photos={photos} title={listing.title} />
      <div className="side">
        <h1>{listing.title}</h1>
        {listing.inside?.reviewBy == null ? (
          <p className="notice">{words.gone}</p>
        ) : (
          <>
            <p>
              {words.due} <DeadlineText deadline={listing.inside.reviewBy} />
            </p>
            <Reckoning deadline={listing.inside.reviewBy} />
          </>
        )}
        <Facts listing={listing} program={program} />
        {listing.state === "Submitted" ? (
          <Decision
            key={listing.inside?.revision}
            listing={listing}
            program={program}
            done={() => navigate(next === undefined ? "/desk/review" : `/desk/listing/${next.id}`)}
          />
        ) : null}
      </div>
    </article>
  );
};

/** A piece on the review desk: its photos large, what is known of it, and the decision. */
const ReviewPage = ({ params }: { readonly params: Params }) => (
  <Only part="Reviewer" title={words.title} why={words.why}>
    <Review id={params["id"] ?? ""} />
  </Only>
);
export default ReviewPage;

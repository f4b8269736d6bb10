import { type FieldFault, format } from "@resale/core";
import { useQuery } from "@tanstack/react-query";
import { client } from "../api/client.ts";
import type { Answer, Listing, ProgramFacts } from "../api/queries.ts";
import { dayAndTime } from "../design/dates.ts";
import { Stars } from "../design/Stars.tsx";
import { spaced } from "../design/spaced.ts";
import { Failed } from "../shell/Mishap.tsx";
import { words } from "./words.ts";

const tagOf = (value: unknown): string =>
  typeof value === "object" && value !== null && "_tag" in value ? String(value._tag) : "";

type Fact = Answer<typeof client.review.history>["events"][number]["event"];

/** What the seller was told with it. */
const saidIn = (event: Fact): string => {
  const { changes = [], reason } = event as {
    readonly changes?: ReadonlyArray<FieldFault>;
    readonly reason?: { readonly text: string };
  };
  const texts = [...changes.map(({ problem }) => problem), ...(reason === undefined ? [] : [reason.text])];
  return texts.length === 0 ? "" : `: “${texts.join("”, “")}”`;
};

/** What has happened to the piece, and what its seller is like (R14, R42). */
export const History = ({
  listing,
  program,
}: {
  readonly listing: Listing;
  readonly program: ProgramFacts;
}) => {
  const { data, error, refetch } = useQuery({
    queryKey: ["review", "history", listing.id],
    queryFn: ({ signal }) => client.review.history({ params: { listing: listing.id }, signal }),
  });
  if (error !== null) return <Failed error={error} again={refetch} />;
  if (data === undefined) return null;
  const { events, others, score } = data;
  const unit = listing.inside?.unit ?? null;
  const before = others.filter(({ inside }) => unit !== null && inside?.unit === unit);
  const told = events
    .filter(({ event }) => tagOf(event) !== "MailSent")
    // A draft is saved while it is typed: of many edits in a row the last one tells when it was done.
    .filter(
      ({ event }, index, all) => tagOf(event) !== "Edited" || tagOf(all[index + 1]?.event) !== "Edited",
    );
  const list = (shown: ReadonlyArray<Listing>) => (
    <ul className="plainlist">
      {shown.map(({ id, title, state, price }) => (
        <li key={id}>
          <a href={`/desk/listing/${id}`}>{title}</a>{" "}
          <small>
            {words.states[state] ?? spaced(state)}
            {price === null ? "" : ` · ${format(price, program.currency)}`}
          </small>
        </li>
      ))}
    </ul>
  );
  return (
    <section className="history">
      <div>
        <h2>{words.history}</h2>
        <ol>
          {told.map(({ version, event, at, actor }) => (
            <li key={version}>
              {words.events[tagOf(event)] ?? spaced(tagOf(event))}
              {saidIn(event)}{" "}
              <small>
                {dayAndTime(at, program.zone)} · {words.actors[actor._tag] ?? actor._tag}
              </small>
            </li>
          ))}
        </ol>
        {before.length === 0 ? null : (
          <>
            <h3>{words.before}</h3>
            {list(before)}
          </>
        )}
      </div>
      <div>
        <h2>{words.ofSeller(listing.seller.name)}</h2>
        {score.ratings === 0 ? (
          <p className="soft">{words.noRatings}</p>
        ) : (
          <p>
            <Stars stars={score.stars / score.ratings} most={program.mostStars} />{" "}
            <small>{words.ratings(score.ratings)}</small>
          </p>
        )}
        {others.length === 0 ? <p className="soft">{words.firstListing}</p> : list(others)}
      </div>
    </section>
  );
};

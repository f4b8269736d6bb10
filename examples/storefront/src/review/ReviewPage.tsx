import "./queue.css";
import "./review.css";
import { useRef } from "react";
import { type Listing, useProgram } from "../api/queries.ts";
import { DeadlineText, Reckoning } from "../design/Reckoning.tsx";
import { captionOf } from "../piece/shots.ts";
import { navigate } from "../routing/location.ts";
import type { Params } from "../routing/match.ts";
import { Only } from "../session/Only.tsx";
import { announce } from "../shell/Announcer.tsx";
import { Failed } from "../shell/Mishap.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { Decision } from "./Decision.tsx";
import { Facts } from "./Facts.tsx";
import { History } from "./History.tsx";
import { Photos } from "./Photos.tsx";
import { useQueue } from "./queue.ts";
import { useLiveListing } from "./useLiveListing.ts";
import { useShortcuts } from "./useShortcuts.ts";
import { words } from "./words.ts";

/** Says gently that the piece waits no more: another reviewer was faster, or the seller took it back. */
const Gone = ({ listing, next }: { readonly listing: Listing; readonly next: () => void }) => {
  useShortcuts({ n: next });
  return (
    <div className="notice gone">
      <p role="status">{words.gone(words.states[listing.state] ?? listing.state)}</p>
      <button type="button" className="button" onClick={next}>
        {words.next}{" "}
        <span className="key" aria-hidden="true">
          N
        </span>
      </button>
    </div>
  );
};

const Review = ({ id }: { readonly id: Listing["id"] }) => {
  const { data: program } = useProgram();
  const { data: queue } = useQueue();
  const { data: answer, error, refetch } = useLiveListing(id);
  const decided = useRef(false);
  if (error !== null && answer === undefined) return <Failed error={error} again={refetch} />;
  if (answer === undefined || program === undefined) return <Waiting />;
  const { listing } = answer;
  const waiting = queue ?? [];
  const place = waiting.findIndex((one) => one.id === id);
  const following = waiting[place + 1] ?? waiting.find((one) => one.id !== id);
  const next = (): void =>
    navigate(following === undefined ? "/desk/review" : `/desk/listing/${following.id}`);
  const waits = listing.state === "Submitted";
  const photos = listing.details.photos.map((photo) => ({
    photo: photo.photo,
    caption: captionOf(photo, listing, program),
    closeUp: photo.shows._tag === "Imperfection" || photo.shows._tag === "Tag",
    wear: photo.shows._tag === "Imperfection" ? photo.shows.key : undefined,
  }));
  return (
    <article className="page review">
      <title>{listing.title}</title>
      <p className="back">
        <a href="/desk/review">← {words.back}</a>
        <span>{place < 0 ? "" : words.place(place + 1, waiting.length)}</span>
      </p>
      <h1>{listing.title}</h1>
      {listing.inside?.reviewBy == null ? null : (
        <div className="due">
          <p>
            {words.due} <DeadlineText deadline={listing.inside.reviewBy} />{" "}
            {listing.inside.reviewLate ? <b className="fault">{words.late}</b> : null}
          </p>
          <Reckoning deadline={listing.inside.reviewBy} />
        </div>
      )}
      {waits || decided.current ? null : <Gone listing={listing} next={next} />}
      <div className="bench">
        <div>
          <Photos photos={photos} imperfections={listing.details.imperfections} />
          <Facts listing={listing} program={program} />
        </div>
        <div className="side">
          {waits ? (
            <Decision
              key={listing.inside?.revision}
              listing={listing}
              program={program}
              next={next}
              done={(what) => {
                announce(words.decided(what, listing.title));
                decided.current = true;
                next();
              }}
            />
          ) : null}
        </div>
        <History listing={listing} program={program} />
      </div>
    </article>
  );
};

/** A piece on the review desk: its photos large, what is known of it, and the decision. */
const ReviewPage = ({ params }: { readonly params: Params }) => (
  <Only part="Reviewer" title={words.title} why={words.why}>
    <Review key={params["id"]} id={(params["id"] ?? "") as Listing["id"]} />
  </Only>
);
export default ReviewPage;

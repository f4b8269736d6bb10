import "./piece.css";
import { problemOf } from "../api/client.ts";
import { useLiveListing, useProgram } from "../api/queries.ts";
import type { Params } from "../routing/match.ts";
import { useSession } from "../session/session.ts";
import { Failed } from "../shell/Mishap.tsx";
import { NotFound } from "../shell/NotFound.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { About } from "./About.tsx";
import { Gallery } from "./Gallery.tsx";
import { Offer } from "./Offer.tsx";
import { captionOf } from "./shots.ts";
import { words } from "./words.ts";

const GONE = new Set([400, 404]);

const Back = () => (
  <p className="back">
    <a href="/">← {words.back}</a>
  </p>
);

/** One piece: its photos large, all that is to know about it, and the way to have it. */
export const PiecePage = ({ params }: { readonly params: Params }) => {
  const { data: program } = useProgram();
  const signedIn = useSession();
  const { data: answer, error, refetch } = useLiveListing(params["id"] ?? "");
  if (error !== null && GONE.has(problemOf(error)?.status ?? 0)) {
    return <NotFound title={words.missing} more={words.missingMore} />;
  }
  if (error !== null) return <Failed error={error} again={refetch} />;
  if (answer === undefined || program === undefined) {
    return (
      <div className="piece" aria-busy="true">
        <Back />
        <section className="gallery" aria-hidden="true">
          <ul>
            <li>
              <span className="picture" />
            </li>
          </ul>
        </section>
        <div className="side">
          <Waiting />
        </div>
      </div>
    );
  }
  const { listing } = answer;
  const photos = listing.details.photos.map((photo) => ({
    photo: photo.photo,
    caption: captionOf(photo, listing, program),
  }));
  return (
    <article className="piece">
      <title>{`${listing.title} · ${program.name}`}</title>
      <Back />
      <Gallery photos={photos} imperfections={listing.details.imperfections} title={listing.title} />
      <div className="side">
        {listing.seller.brand ? <p className="tag">{program.ownStock}</p> : null}
        <h1>{listing.title}</h1>
        <p className="soft">
          {[listing.product.colour, listing.product.material].filter(Boolean).join(" · ")}
        </p>
        {listing.inside === null || signedIn?.part !== "Member" ? null : (
          <p className="notice">
            {words.own} <a href={`/sell/${listing.id}`}>{words.manage}</a>
          </p>
        )}
        <Offer listing={listing} program={program} />
        <About answer={answer} program={program} />
      </div>
    </article>
  );
};

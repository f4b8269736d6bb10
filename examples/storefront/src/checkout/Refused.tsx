import type { Unavailable as Lost } from "@resale/core";
import { rejectionOf, wordsOf } from "../api/client.ts";
import { words } from "./words.ts";

type Without = (listings: ReadonlyArray<string>) => void;

/** Pieces that somebody else was quicker to, by their names, with the way on (R20, R21). */
export const Unavailable = ({ listings, without }: { listings: ReadonlyArray<Lost>; without: Without }) =>
  listings.length === 0 ? null : (
    <div className="notice" role="alert">
      <h3>{words.lost}</h3>
      {listings.map(({ listing, title, why }) => (
        <p key={listing}>{words.lostMore(title, words.why[why])}</p>
      ))}
      <p>{words.nothingCharged}</p>
      <button
        type="button"
        className="button quiet"
        onClick={() => without(listings.map(({ listing }) => listing))}
      >
        {words.goOn}
      </button>
    </div>
  );

/** Why the marketplace said no: a lost race as such, all else in its own words. */
export const Refused = ({ error, without }: { readonly error: unknown; readonly without: Without }) => {
  if (error === null || error === undefined) return null;
  const rejection = rejectionOf(error);
  if (rejection?._tag === "ListingsUnavailable") {
    return <Unavailable listings={rejection.listings} without={without} />;
  }
  return (
    <div className="notice bad" role="alert">
      <p>{wordsOf(error)}</p>
    </div>
  );
};

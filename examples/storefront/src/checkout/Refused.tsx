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

/** The pieces that were lost when they were to be held. */
export const lostBy = (error: unknown): ReadonlyArray<Lost> => {
  const rejection = rejectionOf(error);
  return rejection?._tag === "ListingsUnavailable" ? rejection.listings : [];
};

/**
 * Why the marketplace said no, in its own words; of a lost race the pieces are told instead, and what is `marked` at its own
 * fields is not told twice.
 */
export const Refused = ({
  error,
  marked = false,
}: {
  readonly error: unknown;
  readonly marked?: boolean;
}) => {
  if (error === null || error === undefined || lostBy(error).length > 0) return null;
  return (
    <div className="notice bad" role="alert">
      <p>{marked ? words.marked : wordsOf(error)}</p>
    </div>
  );
};

import { rejectionOf, wordsOf } from "../api/client.ts";
import { words } from "./words.ts";

interface Props {
  readonly error: unknown;
  readonly without: (listings: ReadonlyArray<string>) => void;
}

/** A lost race is told by the piece's name, with the way on (R21); all else in the marketplace's own words. */
export const Refused = ({ error, without }: Props) => {
  if (error === null || error === undefined) return null;
  const rejection = rejectionOf(error);
  if (rejection?._tag === "ListingsUnavailable") {
    return (
      <div className="notice" role="alert">
        <h3>{words.lost}</h3>
        {rejection.listings.map(({ listing, title, why }) => (
          <p key={listing}>{words.lostMore(title, words.why[why])}</p>
        ))}
        <p>{words.nothingCharged}</p>
        <button
          type="button"
          className="button quiet"
          onClick={() => without(rejection.listings.map(({ listing }) => listing))}
        >
          {words.goOn}
        </button>
      </div>
    );
  }
  return (
    <div className="notice bad" role="alert">
      <p>{wordsOf(error)}</p>
    </div>
  );
};

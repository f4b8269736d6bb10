import { words } from "./words.ts";

/** Stars as a picture, with their number for those who don't see it. */
export const Stars = ({ stars, most }: { readonly stars: number; readonly most: number }) => {
  const shown = stars.toFixed(Number.isInteger(stars) ? 0 : 1);
  return (
    <span className="stars" role="img" aria-label={words.stars(shown, most)}>
      <span aria-hidden="true" style={{ inlineSize: `${(stars / most) * 100}%` }}>
        {"★".repeat(most)}
      </span>
      <span aria-hidden="true">{"★".repeat(most)}</span>
    </span>
  );
};

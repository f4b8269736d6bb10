import { Waiting } from "../shell/Waiting.tsx";

const PLACES = ["a", "b", "c", "d", "e", "f"];

/** The places of pieces that are still on their way: the page does not jump when they come. */
export const Skeleton = () => (
  <>
    <ul className="cards skeleton" aria-hidden="true">
      {PLACES.map((place) => (
        <li key={place} className="card">
          <span className="picture" />
          <span />
          <span />
          <span />
        </li>
      ))}
    </ul>
    <Waiting />
  </>
);

import { words } from "./words.ts";

/** Said to those who can't see that something is on its way; shown only if it takes a while. */
export const Waiting = () => (
  <p className="waiting" role="status">
    {words.loading}
  </p>
);

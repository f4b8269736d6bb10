import type { RefObject } from "react";
import { words } from "./words.ts";

/** The keys of the desk, as `?` shows them. */
export const Keys = ({ dialog }: { readonly dialog: RefObject<HTMLDialogElement | null> }) => (
  <dialog ref={dialog} className="question keys" aria-label={words.keys}>
    <h2>{words.keys}</h2>
    <dl>
      {words.keyList.map(([key, what]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
    <form method="dialog">
      <button type="submit" className="button quiet">
        {words.close}
      </button>
    </form>
  </dialog>
);

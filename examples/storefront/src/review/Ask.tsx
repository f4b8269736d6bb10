import type { ReactNode, RefObject } from "react";
import { words } from "./words.ts";

interface Props {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly title: string;
  readonly yes: string;
  readonly bad?: boolean;
  readonly disabled?: boolean;
  readonly wait?: boolean;
  readonly onYes: () => void;
  readonly children: ReactNode;
}

/** A question that a key or a button opens; its fields have the focus, and Enter answers it. */
export const Ask = ({ dialog, title, yes, bad, disabled, wait, onYes, children }: Props) => (
  <dialog ref={dialog} className="question" aria-label={title}>
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wait !== true) onYes();
      }}
    >
      <h2>{title}</h2>
      {children}
      <div className="actions">
        <button type="submit" className={`button ${bad === true ? "bad" : ""}`} disabled={disabled}>
          {yes}
        </button>
        <button type="button" className="button quiet" onClick={() => dialog.current?.close()}>
          {words.notNow}
        </button>
      </div>
    </form>
  </dialog>
);

import { type ReactNode, useRef } from "react";
import { words } from "./words.ts";

interface Props {
  readonly label: string;
  readonly title: string;
  /** What it leads to, in a sentence: nobody acts without having read it. */
  readonly consequence: ReactNode;
  readonly yes: string;
  readonly no?: string;
  readonly bad?: boolean;
  readonly quiet?: boolean;
  readonly disabled?: boolean;
  /** Whether there is anything to ask yet: if not, the question is not put. */
  readonly isReady?: () => boolean;
  readonly onYes: () => void;
}

/**
 * A button behind a question that says what follows. The question is no form of its own, so that it may stand within
 * one: what is nested there is never submitted.
 */
export const Confirmed = ({
  label,
  title,
  consequence,
  yes,
  no = words.notNow,
  bad,
  quiet,
  disabled,
  isReady,
  onYes,
}: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  /** Answered once, however often the button is hit. */
  const answer = (act?: () => void): void => {
    if (dialog.current?.open !== true) return;
    dialog.current.close();
    act?.();
  };
  return (
    <>
      <button
        type="button"
        className={`button ${quiet === true ? "quiet" : ""}`}
        disabled={disabled}
        onClick={() => (isReady?.() === false ? undefined : dialog.current?.showModal())}
      >
        {label}
      </button>
      <dialog ref={dialog} className="question" aria-label={title}>
        <h2>{title}</h2>
        <div>{consequence}</div>
        <div className="actions">
          <button
            type="button"
            className={bad === true ? "button bad" : "button"}
            onClick={() => answer(onYes)}
          >
            {yes}
          </button>
          <button type="button" className="button quiet" onClick={() => answer()}>
            {no}
          </button>
        </div>
      </dialog>
    </>
  );
};

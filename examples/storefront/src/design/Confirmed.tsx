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
  readonly onYes: () => void;
}

/** A button behind a question that says what follows. */
export const Confirmed = ({
  label,
  title,
  consequence,
  yes,
  no = words.notNow,
  bad,
  quiet,
  disabled,
  onYes,
}: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const kind = [bad === true ? "bad" : "", quiet === true ? "quiet" : ""].join(" ").trim();
  return (
    <>
      <button
        type="button"
        className={`button ${quiet === true ? "quiet" : ""}`}
        disabled={disabled}
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </button>
      <dialog ref={dialog} className="question" aria-label={title}>
        <form
          method="dialog"
          onSubmit={(event) => {
            const { submitter } = event.nativeEvent as SubmitEvent;
            if (submitter instanceof HTMLButtonElement && submitter.value === "yes") onYes();
          }}
        >
          <h2>{title}</h2>
          <div>{consequence}</div>
          <div className="actions">
            <button type="submit" value="yes" className={`button ${kind.replace("quiet", "")}`}>
              {yes}
            </button>
            <button type="submit" value="no" className="button quiet" formNoValidate>
              {no}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
};

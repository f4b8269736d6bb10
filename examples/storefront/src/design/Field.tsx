import { type ComponentProps, useId } from "react";

interface Props extends ComponentProps<"input"> {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it: said at the field itself. */
  readonly fault?: string | undefined;
}

/** A labelled field with its hint and its fault. */
export const Field = ({ label, hint, fault, ...input }: Props) => {
  const id = useId();
  const described = [hint === undefined ? "" : `${id}h`, fault === undefined ? "" : `${id}f`]
    .join(" ")
    .trim();
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={described === "" ? undefined : described}
      />
      {hint === undefined ? null : <small id={`${id}h`}>{hint}</small>}
      {fault === undefined ? null : (
        <small id={`${id}f`} className="fault">
          {fault}
        </small>
      )}
    </p>
  );
};

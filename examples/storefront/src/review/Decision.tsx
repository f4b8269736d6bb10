import { type Cents, cents, format, fromDecimal, split, toDecimal } from "@resale/core";
import { Result } from "effect";
import { useId, useRef, useState } from "react";
import type { Listing, ProgramFacts } from "../api/queries.ts";
import { Approve } from "./Approve.tsx";
import { AskForChanges } from "./AskForChanges.tsx";
import { Deny } from "./Deny.tsx";
import { Keys } from "./Keys.tsx";
import { useShortcuts } from "./useShortcuts.ts";
import { words } from "./words.ts";

interface Props {
  readonly listing: Listing;
  readonly program: ProgramFacts;
  readonly done: (what: string) => void;
  readonly next: () => void;
}

/** The checklist, the price with its payout, and the three decisions, each with its key (R11, R14). */
export const Decision = ({ listing, program, done, next }: Props) => {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const approving = useRef<HTMLDialogElement>(null);
  const asking = useRef<HTMLDialogElement>(null);
  const denying = useRef<HTMLDialogElement>(null);
  const keys = useRef<HTMLDialogElement>(null);
  const asked = listing.details.price ?? cents(0);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [text, setText] = useState(toDecimal(asked));
  const amount = fromDecimal(text);
  const price: Cents | undefined =
    Result.isSuccess(amount) && amount.success > 0 ? amount.success : undefined;
  const payout = price === undefined ? undefined : split(price, program.sellerShare).part;
  const money = (value: Cents) => format(value, program.currency);
  const complete = program.checklist.every(({ key }) => checked.has(key));
  const toggle = (key: string, on = !checked.has(key)): void =>
    setChecked((old) => new Set(on ? [...old, key] : [...old].filter((one) => one !== key)));
  const open = (dialog: typeof approving) => () => dialog.current?.showModal();
  const isReady = complete && price !== undefined;
  useShortcuts({
    ...Object.fromEntries(program.checklist.map(({ key }, index) => [`${index + 1}`, () => toggle(key)])),
    p: () => field.current?.select(),
    a: () => (isReady ? open(approving)() : undefined),
    c: open(asking),
    d: open(denying),
    n: next,
    "?": open(keys),
  });
  return (
    <section className="summary decision" aria-label={words.decide}>
      <fieldset>
        <legend>{words.checklist}</legend>
        {program.checklist.map(({ key, label }, index) => (
          <label key={key} className="choice">
            <input
              type="checkbox"
              checked={checked.has(key)}
              onChange={({ target }) => toggle(key, target.checked)}
            />
            <span>{label}</span>
            <span className="key" aria-hidden="true">
              {index + 1}
            </span>
          </label>
        ))}
      </fieldset>
      <p className="field">
        <label htmlFor={id}>{words.price}</label>
        <input
          id={id}
          ref={field}
          inputMode="decimal"
          value={text}
          aria-invalid={price === undefined ? true : undefined}
          aria-describedby={`${id}p`}
          onChange={({ target }) => setText(target.value)}
        />
        <output id={`${id}p`} htmlFor={id}>
          {price === undefined || payout === undefined
            ? words.noPrice
            : words.payout(money(price), money(payout))}{" "}
          {price === undefined || price === asked ? "" : words.repriced}
        </output>
      </p>
      <button type="button" className="button" disabled={!isReady} onClick={open(approving)}>
        {words.approve}{" "}
        <span className="key" aria-hidden="true">
          A
        </span>
      </button>
      {complete ? null : <p className="soft">{words.unchecked}</p>}
      <div className="others">
        <button type="button" className="button quiet" onClick={open(asking)}>
          {words.ask}{" "}
          <span className="key" aria-hidden="true">
            C
          </span>
        </button>
        <button type="button" className="button quiet" onClick={open(denying)}>
          {words.deny}{" "}
          <span className="key" aria-hidden="true">
            D
          </span>
        </button>
      </div>
      <button type="button" className="plain" onClick={open(keys)}>
        {words.keys}{" "}
        <span className="key" aria-hidden="true">
          ?
        </span>
      </button>
      {price === undefined || payout === undefined ? null : (
        <Approve
          dialog={approving}
          listing={listing}
          program={program}
          price={price}
          payout={payout}
          checked={[...checked]}
          done={done}
        />
      )}
      <AskForChanges dialog={asking} listing={listing} done={done} />
      <Deny dialog={denying} listing={listing} program={program} done={done} />
      <Keys dialog={keys} />
    </section>
  );
};

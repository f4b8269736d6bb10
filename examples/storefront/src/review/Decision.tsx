import { type Cents, cents, format, fromDecimal, split, toDecimal } from "@resale/core";
import { Result } from "effect";
import { useId, useState } from "react";
import { client, wordsOf } from "../api/client.ts";
import type { Listing, ProgramFacts } from "../api/queries.ts";
import { Confirmed } from "../design/Confirmed.tsx";
import { AskForChanges } from "./AskForChanges.tsx";
import { Deny } from "./Deny.tsx";
import { useDecision } from "./useDecision.ts";
import { words } from "./words.ts";

interface Props {
  readonly listing: Listing;
  readonly program: ProgramFacts;
  readonly done: () => void;
}

/** The checklist, the price with its payout, and the three decisions (R11, R14). */
export const Decision = ({ listing, program, done }: Props) => {
  const id = useId();
  const asked = listing.details.price ?? cents(0);
  const revision = listing.inside?.revision ?? 0;
  const params = { listing: listing.id };
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [text, setText] = useState(toDecimal(asked));
  const amount = fromDecimal(text);
  const price: Cents | undefined =
    Result.isSuccess(amount) && amount.success > 0 ? amount.success : undefined;
  const approve = useDecision(done, (at: Cents) => {
    const repriced = at === asked ? {} : { price: at };
    return client.review.approve({ params, payload: { revision, checked: [...checked], ...repriced } });
  });
  const money = (value: Cents) => format(value, program.currency);
  const complete = program.checklist.every(({ key }) => checked.has(key));
  const toggle = (key: string, on: boolean): void =>
    setChecked((old) => new Set(on ? [...old, key] : [...old].filter((one) => one !== key)));
  return (
    <section className="summary decision" aria-label={words.decide}>
      <fieldset>
        <legend>{words.checklist}</legend>
        {program.checklist.map(({ key, label }) => (
          <label key={key} className="choice">
            <input
              type="checkbox"
              checked={checked.has(key)}
              onChange={({ target }) => toggle(key, target.checked)}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <p className="field">
        <label htmlFor={id}>{words.price}</label>
        <input
          id={id}
          inputMode="decimal"
          value={text}
          aria-invalid={price === undefined ? true : undefined}
          aria-describedby={`${id}p`}
          onChange={({ target }) => setText(target.value)}
        />
        <output id={`${id}p`} htmlFor={id}>
          {price === undefined
            ? ""
            : words.payout(money(price), money(split(price, program.sellerShare).part))}{" "}
          {price === undefined || price === asked ? "" : words.repriced}
        </output>
      </p>
      {approve.error === null ? null : (
        <p className="notice bad" role="alert">
          {wordsOf(approve.error)}
        </p>
      )}
      <Confirmed
        label={words.approve}
        title={words.approveAsk}
        consequence={
          <p>
            {words.approveMore} {price === undefined ? "" : money(price)}
          </p>
        }
        yes={words.approve}
        disabled={!complete || price === undefined || approve.isPending}
        onYes={() => {
          if (price !== undefined) approve.mutate(price);
        }}
      />
      {complete ? null : <p className="soft">{words.unchecked}</p>}
      <AskForChanges listing={listing} done={done} />
      <Deny listing={listing} program={program} done={done} />
    </section>
  );
};

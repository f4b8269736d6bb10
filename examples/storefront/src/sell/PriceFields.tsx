import { cents, type FieldFault, format, split, toDecimal } from "@resale/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { client } from "../api/client.ts";
import type { Listing, ProgramFacts } from "../api/queries.ts";
import { Faults } from "./Faults.tsx";
import { typedPrice } from "./price.ts";
import { Reasons } from "./Reasons.tsx";
import type { DraftState } from "./useDraft.ts";
import { words } from "./words.ts";

interface Props {
  readonly listing: Listing;
  readonly state: DraftState;
  readonly program: ProgramFacts;
  readonly faults: ReadonlyArray<FieldFault>;
}

/** Prices slide by whole dollars; any other can be typed. */
const DOLLAR = 100;

/** The price: a recommendation with its reasons, and what the seller gets of theirs while they type (R9, R46). */
export const PriceFields = ({ listing, state, program, faults }: Props) => {
  const id = useId();
  const { draft, change } = state;
  const { currency, sellerShare } = program;
  const [text, setText] = useState(draft.price === undefined ? "" : toDecimal(draft.price));
  const unit = listing.inside?.unit ?? null;
  const { grade } = draft;
  const { data: advice } = useQuery({
    queryKey: ["advice", unit, grade],
    queryFn: ({ signal }) => {
      if (unit === null || grade === undefined) throw new Error("nothing to recommend a price for");
      return client.selling.recommendPrice({ params: { unit }, query: { grade }, signal });
    },
    enabled: unit !== null && grade !== undefined,
  });
  // What is wrong is no price: neither it nor what it began with is kept.
  const take = (typed: string): void => {
    setText(typed);
    const { price: _, ...rest } = draft;
    const price = typedPrice(typed);
    change(price === undefined ? rest : { ...rest, price });
  };
  const isWrong = text.trim() !== "" && typedPrice(text) === undefined;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.setCustomValidity(isWrong ? words.priceFault : ""), [isWrong]);
  const percent = sellerShare / 100;
  return (
    <fieldset className="group">
      <legend>{words.price}</legend>
      {grade === undefined ? <p className="soft">{words.gradeFirst}</p> : null}
      {advice === undefined ? null : (
        <div className="advice">
          <p>
            {words.recommended} <strong>{format(advice.price, currency)}</strong>{" "}
            <button type="button" className="plain" onClick={() => take(toDecimal(cents(advice.price)))}>
              {words.use}
            </button>
          </p>
          <Reasons advice={advice} program={program} />
        </div>
      )}
      {advice === undefined ? null : (
        <p className="field">
          <label htmlFor={`${id}s`}>{words.slide}</label>
          <input
            id={`${id}s`}
            type="range"
            min={DOLLAR}
            max={advice.base}
            step={DOLLAR}
            value={draft.price ?? advice.price}
            aria-valuetext={format(draft.price ?? cents(advice.price), currency)}
            onChange={({ target }) => take(toDecimal(cents(target.valueAsNumber)))}
          />
        </p>
      )}
      <p className="field price-field">
        <label htmlFor={id}>{words.priceLabel}</label>
        <input
          ref={field}
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-invalid={isWrong ? true : undefined}
          aria-describedby={`${id}p`}
          onChange={({ target }) => take(target.value)}
        />
        <output id={`${id}p`} htmlFor={id} className={isWrong ? "fault" : undefined}>
          {isWrong ? words.priceFault : null}
          {!isWrong && draft.price !== undefined
            ? words.payout(format(split(draft.price, sellerShare).part, currency), percent)
            : null}
        </output>
      </p>
      <Faults faults={faults} of="price" />
    </fieldset>
  );
};

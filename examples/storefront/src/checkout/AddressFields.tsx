import { useId } from "react";
import type { ProgramFacts } from "../api/queries.ts";
import { Field } from "../design/Field.tsx";
import type { Typed } from "./address.ts";
import { words } from "./words.ts";

interface Props {
  readonly typed: Typed;
  readonly set: (key: keyof Typed, text: string) => void;
  readonly program: ProgramFacts;
  readonly faultOf: (field: string) => string | undefined;
}

export const AddressFields = ({ typed, set, program, faultOf }: Props) => {
  const state = useId();
  const field = (key: keyof Typed) => ({
    name: key,
    value: typed[key],
    onChange: ({ target }: { readonly target: { readonly value: string } }) => set(key, target.value),
    fault: faultOf(key),
  });
  const fault = faultOf("region");
  return (
    <fieldset className="group">
      <legend>{words.where}</legend>
      <Field
        label={words.recipient}
        required
        autoComplete="shipping name"
        maxLength={100}
        {...field("name")}
      />
      <Field label={words.line1} required autoComplete="address-line1" maxLength={100} {...field("line1")} />
      <Field label={words.line2} autoComplete="address-line2" maxLength={100} {...field("line2")} />
      <Field label={words.city} required autoComplete="address-level2" maxLength={60} {...field("city")} />
      <div className="pair">
        <p className="field">
          <label htmlFor={state}>{words.region}</label>
          <select
            id={state}
            name="region"
            required
            autoComplete="address-level1"
            value={typed.region}
            aria-invalid={fault === undefined ? undefined : true}
            aria-describedby={`${state}h`}
            onChange={({ target }) => set("region", target.value)}
          >
            <option value="">{words.chooseState}</option>
            {program.shipTo.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
          <small id={`${state}h`} className={fault === undefined ? undefined : "fault"}>
            {fault ?? words.only(program.shipTo.length)}
          </small>
        </p>
        <Field
          label={words.zip}
          hint={words.zipHint}
          required
          inputMode="numeric"
          pattern="\d{5}(-\d{4})?"
          autoComplete="postal-code"
          {...field("zip")}
        />
      </div>
    </fieldset>
  );
};

import { eventTypes } from "@resale/core";
import { type FormEvent, useId } from "react";
import { wordsOf } from "../api/client.ts";
import { Field } from "../design/Field.tsx";
import { type EventName, type Subscription, subscriptionWords as words } from "./words.ts";

export interface Wish {
  readonly url: string;
  readonly events: ReadonlyArray<EventName>;
  readonly include: Subscription["include"];
}

interface Props {
  readonly subscription?: Subscription;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly onWish: (wish: Wish) => void;
}

const kinds = ["listing", "checkout", "order", "desk"];

/** At which address somebody is told, of what, and how much (R60). */
export const SubscriptionForm = ({ subscription, error, isPending, onWish }: Props) => {
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    onWish({
      url: String(data.get("url")).trim(),
      events: data.getAll("events").map(String) as ReadonlyArray<EventName>,
      include: data.get("include") === "personal" ? "personal" : "public",
    });
  };
  return (
    <form onSubmit={submit}>
      <Field
        label={words.url}
        name="url"
        type="url"
        required
        maxLength={2000}
        placeholder="https://"
        defaultValue={subscription?.url ?? ""}
      />
      <p className="field">
        <label htmlFor={`${id}e`}>{words.events}</label>
        <select
          id={`${id}e`}
          name="events"
          multiple
          size={6}
          defaultValue={[...(subscription?.events ?? [])]}
          aria-describedby={`${id}h`}
        >
          {kinds.map((kind) => (
            <optgroup key={kind} label={kind}>
              {eventTypes
                .filter((type) => type === kind || type.startsWith(`${kind}.`))
                .map((type) => (
                  <option key={type} value={type}>
                    {type === kind ? words.allOf(kind) : type}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        <small id={`${id}h`}>{words.eventsHint}</small>
      </p>
      <label className="choice">
        <input
          type="checkbox"
          name="include"
          value="personal"
          defaultChecked={subscription?.include === "personal"}
        />
        <span>{words.personal}</span>
      </label>
      {error === null ? null : (
        <p className="notice bad" role="alert">
          {wordsOf(error)}
        </p>
      )}
      <button type="submit" className="button" disabled={isPending}>
        {subscription === undefined ? words.add : words.save}
      </button>
    </form>
  );
};

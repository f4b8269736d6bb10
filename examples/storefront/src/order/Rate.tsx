import "./rating.css";
import { type FormEvent, useId } from "react";
import { wordsOf } from "../api/client.ts";
import { useProgram } from "../api/queries.ts";
import { announce } from "../shell/Announcer.tsx";
import { useOrderCommand } from "./door.ts";
import { words } from "./words.ts";

interface Rating {
  readonly stars: number;
  readonly text: string | null;
}

/** Confirming and rating are two acts; rating is nobody's duty (R42). */
export const Rate = ({ seller }: { readonly seller: string }) => {
  const id = useId();
  const { data: program } = useProgram();
  const rate = useOrderCommand(async (door, key, payload: Rating) => {
    const order = await door.client.orders.rate({ params: { order: door.id }, payload, key });
    announce(words.rateSent);
    return order;
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = String(data.get("text") ?? "").trim();
    rate.mutate({ stars: Number(data.get("stars")), text: text === "" ? null : text });
  };
  return (
    <section>
      <h2>{words.rate}</h2>
      <p className="soft">{words.rateMore(seller)}</p>
      <form onSubmit={submit}>
        <fieldset className="rating">
          <legend className="unseen">{words.rate}</legend>
          {Array.from({ length: program?.mostStars ?? 0 }, (_, index) => index + 1).map((count) => (
            <label key={count}>
              <input type="radio" name="stars" value={count} required />
              <span className="star" aria-hidden="true" />
              <span className="unseen">{words.stars(count)}</span>
            </label>
          ))}
        </fieldset>
        <p className="field">
          <label htmlFor={id}>{words.rateText}</label>
          <textarea id={id} name="text" maxLength={2000} rows={3} />
        </p>
        {rate.error === null ? null : (
          <p className="notice bad" role="alert">
            {wordsOf(rate.error)}
          </p>
        )}
        <button type="submit" className="button quiet" disabled={rate.isPending}>
          {words.send}
        </button>
      </form>
    </section>
  );
};

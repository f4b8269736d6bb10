import type { Email } from "@resale/core";
import { format } from "@resale/core";
import { type FormEvent, useId } from "react";
import { client, wordsOf } from "../api/client.ts";
import type { ProgramFacts } from "../api/queries.ts";
import { Confirmed } from "../design/Confirmed.tsx";
import { day } from "../design/dates.ts";
import { useSupport } from "./useSupport.ts";
import { words } from "./words.ts";

type Resent = Parameters<typeof client.support.resendCredit>[0]["payload"];

/** Gift cards by e-mail address; the issuer mails one again (R48). */
export const Credits = ({ program }: { readonly program: ProgramFacts }) => {
  const id = useId();
  const find = useSupport((email: Email) => client.support.findCredit({ payload: { email } }));
  const resend = useSupport((payload: Resent) => client.support.resendCredit({ payload }));
  const found = (find.data ?? []) as Awaited<ReturnType<typeof client.support.findCredit>>;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    find.mutate(String(new FormData(event.currentTarget).get("email")).trim() as Email);
  };
  const error = find.error ?? resend.error;
  return (
    <section>
      <h2>{words.credits}</h2>
      <p className="soft">{words.creditsMore}</p>
      <form className="inline" onSubmit={submit}>
        <p className="field">
          <label htmlFor={id}>{words.email}</label>
          <input id={id} type="email" name="email" required maxLength={254} />
        </p>
        <button type="submit" className="button quiet">
          {words.find}
        </button>
      </form>
      {error === null ? null : (
        <p className="notice bad" role="alert">
          {wordsOf(error)}
        </p>
      )}
      <p role="status">
        {resend.isSuccess ? words.resent : find.isSuccess && found.length === 0 ? words.none : ""}
      </p>
      <ul className="todo">
        {found.map(({ reference, amount, issuedAt, email }) => (
          <li key={reference}>
            <p>
              {words.issued(format(amount, program.currency), day(issuedAt, program.zone))}{" "}
              <small>{email}</small>
            </p>
            <Confirmed
              label={words.resend}
              title={words.resendAsk}
              consequence={<p>{words.resendMore(email)}</p>}
              yes={words.resend}
              quiet
              onYes={() => resend.mutate({ reference, email: email as Email })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
};

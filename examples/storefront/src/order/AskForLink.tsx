import { Email } from "@resale/core";
import { useMutation } from "@tanstack/react-query";
import { Schema } from "effect";
import { useState } from "react";
import { client, wordsOf } from "../api/client.ts";
import { Field } from "../design/Field.tsx";
import { words } from "./words.ts";

const isEmail = Schema.is(Email);

/** Whoever bought as a guest and has lost the link, or holds one that has ended, has a new one mailed (R26). */
export const AskForLink = () => {
  const [text, setText] = useState("");
  const email = text.trim();
  const asking = useMutation({
    mutationFn: async () => {
      if (isEmail(email)) await client.orders.askForLink({ payload: { email } });
    },
  });
  return (
    <section className="page narrow">
      <title>{words.linkEnded}</title>
      <h1>{words.linkEnded}</h1>
      <p>{words.linkEndedMore}</p>
      {asking.isSuccess ? (
        <p role="status">{words.linkAsked}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isEmail(email)) asking.mutate();
          }}
        >
          <Field
            label={words.linkEmail}
            type="email"
            autoComplete="email"
            required
            value={text}
            onChange={({ target }) => setText(target.value)}
            fault={asking.error === null ? undefined : wordsOf(asking.error)}
          />
          <button type="submit" disabled={asking.isPending}>
            {words.linkAsk}
          </button>
        </form>
      )}
    </section>
  );
};

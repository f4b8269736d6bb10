import type { Email } from "@resale/core";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { client } from "../api/client.ts";
import type { Answer, Order, ProgramFacts } from "../api/queries.ts";
import { dayAndTime } from "../design/dates.ts";
import { Failed } from "../shell/Mishap.tsx";
import { mailName } from "./events/words.ts";
import { Mailbox } from "./Mailbox.tsx";
import { words } from "./words.ts";

type Sent = Answer<typeof client.support.mails>[number];

const Words = ({ order, mail }: { readonly order: Order["id"]; readonly mail: Sent["id"] }) => {
  const { data, error, refetch } = useQuery({
    queryKey: ["support", "mail", order, mail],
    queryFn: ({ signal }) => client.support.mail({ params: { order, mail }, signal }),
  });
  if (error !== null) return <Failed error={error} again={refetch} />;
  if (data === undefined) return null;
  return (
    <>
      <h2>{data.subject}</h2>
      <p className="soft">
        {words.mailTo(data.to)}. {words.mailNote}
      </p>
      <iframe title={words.preview} sandbox="" srcDoc={data.html} />
    </>
  );
};

/** Every mail that was sent about the order, each to be seen as its reader got it. */
export const Mails = ({ id, program }: { readonly id: Order["id"]; readonly program: ProgramFacts }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState<Sent["id"]>();
  const { data, error, refetch } = useQuery({
    queryKey: ["support", "mails", id],
    queryFn: ({ signal }) => client.support.mails({ params: { order: id }, signal }),
  });
  return (
    <section>
      <h2>{words.mails}</h2>
      {error === null ? null : <Failed error={error} again={refetch} />}
      {data?.length === 0 ? <p className="soft">{words.mailsNone}</p> : null}
      {[...new Set(data?.map(({ to }) => to))].map((to) => (
        <Mailbox key={to} email={to as Email} program={program} />
      ))}
      <ul className="todo">
        {data?.map((sent) => (
          <li key={sent.id}>
            <p>
              <strong>{mailName(sent.mail)}</strong>{" "}
              <small>
                {words.mailTo(sent.to)} · {dayAndTime(sent.at, program.zone)}
              </small>
            </p>
            <button
              type="button"
              className="button quiet"
              aria-label={`${words.showMail}: ${mailName(sent.mail)}`}
              onClick={() => {
                setShown(sent.id);
                dialog.current?.showModal();
              }}
            >
              {words.showMail}
            </button>
          </li>
        ))}
      </ul>
      <dialog ref={dialog} className="question letter" aria-label={words.preview}>
        {shown === undefined ? null : <Words order={id} mail={shown} />}
        <form method="dialog">
          <button type="submit" className="button quiet">
            {words.close}
          </button>
        </form>
      </dialog>
    </section>
  );
};

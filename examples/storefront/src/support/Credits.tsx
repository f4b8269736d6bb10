import type { Email } from "@resale/core";
import { format } from "@resale/core";
import { useQuery } from "@tanstack/react-query";
import { client, wordsOf } from "../api/client.ts";
import type { ProgramFacts } from "../api/queries.ts";
import { Confirmed } from "../design/Confirmed.tsx";
import { day } from "../design/dates.ts";
import { Failed } from "../shell/Mishap.tsx";
import { useSupport } from "./useSupport.ts";
import { words } from "./words.ts";

type Resent = Parameters<typeof client.support.resendCredit>[0]["payload"];

/** Gift cards that were issued to an address; the issuer mails one again (R48). */
export const Credits = ({ email, program }: { readonly email: Email; readonly program: ProgramFacts }) => {
  const { data, error, refetch } = useQuery({
    queryKey: ["support", "credits", email],
    queryFn: ({ signal }) => client.support.findCredit({ payload: { email }, signal }),
    retry: false,
  });
  const resend = useSupport((payload: Resent) => client.support.resendCredit({ payload }));
  return (
    <>
      <h3>{words.credits}</h3>
      {error === null ? null : <Failed error={error} again={refetch} />}
      {resend.error === null ? null : (
        <p className="notice bad" role="alert">
          {wordsOf(resend.error)}
        </p>
      )}
      <p role="status" className="soft">
        {resend.isSuccess ? words.resent : data?.length === 0 ? words.none : words.creditsMore}
      </p>
      <ul className="todo">
        {data?.map((card) => (
          <li key={card.reference}>
            <p>
              {words.issued(format(card.amount, program.currency), day(card.issuedAt, program.zone))}{" "}
              <small>
                {card.email} ·{" "}
                <a href={`/desk/support?find=${encodeURIComponent(card.reference)}`}>{card.reference}</a>
              </small>
            </p>
            <Confirmed
              label={words.resend}
              title={words.resendAsk}
              consequence={<p>{words.resendMore(card.email)}</p>}
              yes={words.resend}
              quiet
              disabled={resend.isPending}
              onYes={() => resend.mutate({ reference: card.reference, email: card.email as Email })}
            />
          </li>
        ))}
      </ul>
    </>
  );
};

import type { Email } from "@resale/core";
import { useQuery } from "@tanstack/react-query";
import { client, wordsOf } from "../api/client.ts";
import type { ProgramFacts } from "../api/queries.ts";
import { Confirmed } from "../design/Confirmed.tsx";
import { dayAndTime } from "../design/dates.ts";
import { Failed } from "../shell/Mishap.tsx";
import { useSupport } from "./useSupport.ts";
import { words } from "./words.ts";

/** What is known of an address: in whose words it refused our mail, and whether its reader wants reminders. */
export const Mailbox = ({ email, program }: { readonly email: Email; readonly program: ProgramFacts }) => {
  const { data, error, refetch } = useQuery({
    queryKey: ["support", "mailbox", email],
    queryFn: ({ signal }) => client.support.viewMailbox({ payload: { email }, signal }),
    retry: false,
  });
  const clear = useSupport(() => client.support.clearRefusal({ payload: { email } }));
  if (error !== null) return <Failed error={error} again={refetch} />;
  if (data === undefined) return null;
  return (
    <>
      {data.optional ? null : <p className="soft">{words.noReminders(email)}</p>}
      {data._tag === "Reachable" ? null : (
        <div className="notice bad">
          <p>{words.refuses(email, dayAndTime(data.refusal.at, program.zone))}</p>
          <blockquote>{data.refusal.reason}</blockquote>
          {clear.error === null ? null : <p role="alert">{wordsOf(clear.error)}</p>}
          <Confirmed
            label={words.clearRefusal}
            title={words.clearRefusalAsk}
            consequence={<p>{words.clearRefusalMore}</p>}
            yes={words.clearRefusal}
            quiet
            disabled={clear.isPending}
            onYes={() => clear.mutate()}
          />
        </div>
      )}
    </>
  );
};

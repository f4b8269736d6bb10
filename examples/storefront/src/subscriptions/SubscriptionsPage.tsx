import "../support/support.css";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { client } from "../api/client.ts";
import { useProgram } from "../api/queries.ts";
import { Only } from "../session/Only.tsx";
import { Desks } from "../shell/Desks.tsx";
import { Failed } from "../shell/Mishap.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { useSupport } from "../support/useSupport.ts";
import { words as deskWords } from "../support/words.ts";
import { SubscriptionForm, type Wish } from "./SubscriptionForm.tsx";
import { SubscriptionItem } from "./SubscriptionItem.tsx";
import { subscriptionWords as words } from "./words.ts";

/** A secret that was just made: shown until somebody says that they have kept it. */
const Secret = ({ secret, done }: { readonly secret: string; readonly done: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="question" aria-label={words.secret} onClose={done}>
      <form method="dialog">
        <h2>{words.secret}</h2>
        <p>
          <code className="secret">{secret}</code>
        </p>
        <p>{words.secretMore}</p>
        <button type="submit" className="button">
          {words.copied}
        </button>
      </form>
    </dialog>
  );
};

const Subscriptions = () => {
  const { data: program } = useProgram();
  const [secret, setSecret] = useState<string>();
  const { data, error, refetch } = useQuery({
    queryKey: ["support", "subscriptions"],
    queryFn: ({ signal }) => client.subscriptions.list({ signal }),
    refetchInterval: 20_000,
  });
  const add = useSupport(async (payload: Wish) => {
    setSecret((await client.subscriptions.subscribe({ payload })).secret);
  });
  if (error !== null && data === undefined) return <Failed error={error} again={refetch} />;
  if (data === undefined || program === undefined) return <Waiting />;
  return (
    <div className="page narrow support">
      <title>{words.title}</title>
      <Desks />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {data.length === 0 ? <p className="soft">{words.none}</p> : null}
      <ul className="subscriptions">
        {data.map((subscription) => (
          <SubscriptionItem
            key={subscription.id}
            subscription={subscription}
            zone={program.zone}
            onSecret={setSecret}
          />
        ))}
      </ul>
      <section>
        <h2>{words.addTitle}</h2>
        <SubscriptionForm key={data.length} error={add.error} isPending={add.isPending} onWish={add.mutate} />
      </section>
      {secret === undefined ? null : <Secret secret={secret} done={() => setSecret(undefined)} />}
    </div>
  );
};

/** Who is told of events (R60): for support. */
const SubscriptionsPage = () => (
  <Only part="Support" title={words.title} why={deskWords.why}>
    <Subscriptions />
  </Only>
);
export default SubscriptionsPage;

import { useState } from "react";
import { client, wordsOf } from "../api/client.ts";
import { Confirmed } from "../design/Confirmed.tsx";
import { dayAndTime } from "../design/dates.ts";
import { announce } from "../shell/Announcer.tsx";
import { useSupport } from "../support/useSupport.ts";
import { Deliveries } from "./Deliveries.tsx";
import { SubscriptionForm, type Wish } from "./SubscriptionForm.tsx";
import { type Subscription, subscriptionWords as words } from "./words.ts";

interface Props {
  readonly subscription: Subscription;
  readonly zone: string;
  readonly onSecret: (secret: string) => void;
}

type Act = "disable" | "enable" | "rotate" | "test" | "replay" | "remove";

/** One receiver: where it stands, and all that can be done about it. */
export const SubscriptionItem = ({ subscription, zone, onSecret }: Props) => {
  const [answer, setAnswer] = useState("");
  const [isOpen, setOpen] = useState(false);
  const { id, url, events, include, disabled, formerUntil, createdAt } = subscription;
  const request = { params: { subscription: id } };
  const sends: Readonly<Record<Act, () => Promise<unknown>>> = {
    disable: () => client.subscriptions.disable({ ...request, payload: { reason: words.disableReason } }),
    enable: () => client.subscriptions.enable(request),
    rotate: async () =>
      onSecret((await client.subscriptions.rotateSecret({ ...request, payload: {} })).secret),
    test: async () => setAnswer(words.answer(await client.subscriptions.test(request))),
    replay: () => client.subscriptions.replay({ ...request, payload: { _tag: "Position", after: 0 } }),
    remove: () => client.subscriptions.remove(request),
  };
  const act = useSupport(async (one: Act) => {
    await sends[one]();
    announce(words.done(words[one]));
  });
  const edit = useSupport((payload: Wish) => client.subscriptions.edit({ ...request, payload }));
  const possible = ["test", disabled === null ? "disable" : "enable", "rotate", "replay", "remove"] as const;
  return (
    <li className="subscription">
      <h2>{url}</h2>
      <p>
        <b className={disabled === null ? "good" : "fault"}>
          {disabled === null ? words.active : words.disabledSince(dayAndTime(disabled.since, zone))}
        </b>{" "}
        <small>
          {words.since(dayAndTime(createdAt, zone))} ·{" "}
          {events.length === 0 ? words.everything : events.join(", ")} · {words.include[include]}
        </small>
      </p>
      {disabled === null ? null : <p className="notice">{words.why(disabled.why)}</p>}
      {formerUntil === null ? null : <p className="soft">{words.overlap(dayAndTime(formerUntil, zone))}</p>}
      {act.error === null ? null : (
        <p className="notice bad" role="alert">
          {wordsOf(act.error)}
        </p>
      )}
      <p role="status">{answer}</p>
      <div className="actions">
        {possible.map((one) => (
          <Confirmed
            key={one}
            label={words[one]}
            title={words[`${one}Ask`]}
            consequence={<p>{words[`${one}More`]}</p>}
            yes={words[one]}
            bad={one === "remove"}
            quiet
            disabled={act.isPending}
            onYes={() => act.mutate(one)}
          />
        ))}
      </div>
      <details>
        <summary>
          {words.edit}
          <span className="unseen">: {url}</span>
        </summary>
        <SubscriptionForm
          subscription={subscription}
          error={edit.error}
          isPending={edit.isPending}
          onWish={edit.mutate}
        />
      </details>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          {words.deliveries}
          <span className="unseen">: {url}</span>
        </summary>
        {isOpen ? <Deliveries id={id} zone={zone} /> : null}
      </details>
    </li>
  );
};

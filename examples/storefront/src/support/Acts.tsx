import { type Cents, format } from "@resale/core";
import { useState } from "react";
import { client, wordsOf } from "../api/client.ts";
import type { Explanation, Order } from "../api/queries.ts";
import { Confirmed } from "../design/Confirmed.tsx";
import { Field } from "../design/Field.tsx";
import { announce } from "../shell/Announcer.tsx";
import { acts } from "./consequences.ts";
import { useSupport } from "./useSupport.ts";
import { words } from "./words.ts";

type Act = keyof typeof acts;
type Send = () => Promise<unknown>;
type Repeated = Parameters<typeof client.support.repeatSide>[0]["payload"]["what"];

/** What an operator is asked for tells what is to be set going again. */
const failures: Readonly<Record<string, Repeated>> = {
  LabelFailed: "Label",
  LabelRefundRefused: "LabelRefund",
  PayoutFailed: "Payout",
  RefundFailed: "Refund",
  ReturnLabelFailed: "Return",
};

interface Props {
  readonly order: Order;
  readonly explanation: Explanation;
}

type Reason = keyof typeof words.reasons;
const reasons = Object.keys(words.reasons) as ReadonlyArray<Reason>;

const sendsOf = (
  order: Order,
  text: string,
  reason: Reason,
): Readonly<Record<Exclude<Act, "Repeat">, Send>> => {
  const params = { order: order.id };
  const said = text.trim();
  const { support } = client;
  const stated = { code: reason, text: said };
  return {
    Cancel: () => client.orders.cancel({ params, payload: { reason: stated } }),
    Wait: () => support.wait({ params }),
    VerifyDelivery: () => support.verifyDelivery({ params }),
    Uphold: () => support.decideDispute({ params, payload: { upheld: true, text: said } }),
    Reject: () => support.decideDispute({ params, payload: { upheld: false, text: said } }),
    Publish: () => support.moderateRating({ params, payload: { publish: true } }),
    Hide: () => support.moderateRating({ params, payload: { publish: false } }),
    ReleasePayout: () => support.releasePayout({ params }),
    DropPayout: () => support.dropPayout({ params }),
    RecordReturnReceived: () => support.returnReceived({ params }),
    CloseIntercept: () => support.closeIntercept({ params }),
    SendLink: () => support.sendLink({ params }),
    RevokeLinks: () => support.revokeLinks({ params }),
  };
};

/** The acts behind the commands that are open, as the marketplace itself says (R58). */
const actsOf = (command: string): ReadonlyArray<Exclude<Act, "Repeat">> => {
  if (command === "DecideDispute") return ["Uphold", "Reject"];
  if (command === "ModerateRating") return ["Publish", "Hide"];
  const found = (Object.keys(acts) as ReadonlyArray<Act>).find((act) => act === command);
  return found === undefined || found === "Repeat" ? [] : [found];
};

const wantsWords = (act: Act): boolean => act === "Uphold" || act === "Reject";

/** All that support may do about an order now, each thing behind what follows from it. */
export const Acts = ({ order, explanation }: Props) => {
  const [text, setText] = useState("");
  const [reason, setReason] = useState<Reason>("NotShipped");
  const act = useSupport(async ({ send, label }: { readonly send: Send; readonly label: string }) => {
    await send();
    announce(words.done(label));
  });
  const sends = sendsOf(order, text, reason);
  const open = explanation.open.flatMap(actsOf);
  const repeats = (order.desk?.operatorTasks ?? []).flatMap(({ task }) => {
    const what = failures[task];
    return what === undefined ? [] : [{ task, what }];
  });
  const { buyer, seller, desk } = order;
  const money = (amount: Cents | undefined) => (amount === undefined ? "" : format(amount, order.currency));
  const sums = {
    total: money(buyer?.total),
    payout: money(seller?.payout),
    paid: desk?.paid ?? false,
    email: desk?.buyerEmail ?? "",
  };
  const isSpoken = open.some((one) => wantsWords(one) || one === "Cancel");
  return (
    <section className="acts-desk">
      <h2>{words.acts}</h2>
      {open.length + repeats.length === 0 ? <p className="soft">{words.actsNone}</p> : null}
      {open.includes("Cancel") ? (
        <p className="field">
          <label htmlFor="cancel-reason">{words.reason}</label>
          <select
            id="cancel-reason"
            value={reason}
            onChange={({ target }) => setReason(reasons.find((one) => one === target.value) ?? "Other")}
          >
            {reasons.map((one) => (
              <option key={one} value={one}>
                {words.reasons[one]}
              </option>
            ))}
          </select>
        </p>
      ) : null}
      {isSpoken ? (
        <Field
          label={words.text}
          maxLength={2000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      ) : null}
      {act.error === null ? null : (
        <p className="notice bad" role="alert">
          {wordsOf(act.error)}
        </p>
      )}
      <div className="actions">
        {open.map((one) => (
          <Confirmed
            key={one}
            label={acts[one].label}
            title={acts[one].title}
            consequence={<p>{acts[one].consequence(sums)}</p>}
            yes={acts[one].label}
            quiet
            disabled={act.isPending || (wantsWords(one) && text.trim() === "")}
            onYes={() => act.mutate({ send: sends[one], label: acts[one].label })}
          />
        ))}
        {repeats.map(({ task, what }) => (
          <Confirmed
            key={task}
            label={`${acts.Repeat.label}: ${words.task[task] ?? task}`}
            title={acts.Repeat.title}
            consequence={<p>{acts.Repeat.consequence(sums)}</p>}
            yes={acts.Repeat.label}
            quiet
            disabled={act.isPending}
            onYes={() =>
              act.mutate({
                send: () => client.support.repeatSide({ params: { order: order.id }, payload: { what } }),
                label: acts.Repeat.label,
              })
            }
          />
        ))}
      </div>
    </section>
  );
};

import "../order/order.css";
import "../sandbox/time.css";
import "./support.css";
import { format } from "@resale/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { client, problemOf } from "../api/client.ts";
import { useClock } from "../api/clock.ts";
import { type Order, type ProgramFacts, useProgram } from "../api/queries.ts";
import { dayAndTime } from "../design/dates.ts";
import { Picture } from "../design/Picture.tsx";
import { postalLines } from "../design/PostalLines.tsx";
import { Complaint } from "../order/Complaint.tsx";
import { NextUp } from "../order/NextUp.tsx";
import { Timeline } from "../order/Timeline.tsx";
import { words as orderWords } from "../order/words.ts";
import type { Params } from "../routing/match.ts";
import { Bank } from "../sandbox/Bank.tsx";
import { DropParcel } from "../sandbox/DropParcel.tsx";
import { words as sandboxWords } from "../sandbox/words.ts";
import { Only } from "../session/Only.tsx";
import { Failed } from "../shell/Mishap.tsx";
import { NotFound } from "../shell/NotFound.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { Acts } from "./Acts.tsx";
import { Address } from "./Address.tsx";
import { Mails } from "./Mails.tsx";
import { Money } from "./Money.tsx";
import { Rows } from "./Rows.tsx";
import { Events, type StoryAnswer } from "./Story.tsx";
import { Effects, Told } from "./Told.tsx";
import { useStoryLive } from "./useStoryLive.ts";
import { words } from "./words.ts";

/** Why a delivery is in doubt, with what the carrier has named and what the address has (R38). */
const doubtOf = (why: string, named: string | null | undefined, wanted: string | undefined): string =>
  why === "OtherZip" ? words.otherZip(named ?? "", wanted ?? "") : (words.doubts[why] ?? why);

/** The whole number of an order, for whoever is to find it again. */
const OrderNumber = ({ id }: { readonly id: string }) => {
  const [copied, setCopied] = useState(false);
  return (
    <p className="soft">
      <code>{id}</code>{" "}
      <button
        type="button"
        className="plain"
        onClick={() => navigator.clipboard.writeText(id).then(() => setCopied(true))}
      >
        {words.copy}
      </button>{" "}
      <span role="status">{copied ? words.copied : ""}</span>
    </p>
  );
};

const Facts = ({ story, program }: { readonly story: StoryAnswer; readonly program: ProgramFacts }) => {
  const { order, checkout } = story;
  const { desk, buyer, seller } = order;
  if (desk === null) return null;
  const money = (amount: Parameters<typeof format>[0]) => format(amount, order.currency);
  const rows: ReadonlyArray<readonly [string, ReactNode]> = [
    [
      words.buyer,
      <>
        <Address email={desk.buyerEmail} /> ({desk.buyerMember ?? words.guest})
      </>,
    ],
    [words.shipTo, buyer === null ? "" : postalLines(buyer.shipTo).join(", ")],
    [words.seller, desk.sellerMember ?? words.brand],
    [orderWords.total, buyer === null ? "" : money(buyer.total)],
    [
      words.checkout,
      <a key="checkout" href={`/desk/checkout/${checkout.id}`}>
        {words.paidBy(money(checkout.total), checkout.lines.length)}
      </a>,
    ],
    [
      words.payout,
      seller === null
        ? ""
        : `${money(seller.payout)}: ${words.payoutStates[seller.payoutState] ?? seller.payoutState}`,
    ],
    [words.paidOut, desk.payoutTo === null ? "" : <Address email={desk.payoutTo} />],
    [orderWords.tracking, order.tracking ?? ""],
    [
      words.facts,
      desk.facts.ending === null
        ? ""
        : `${desk.facts.ending.status} ${dayAndTime(desk.facts.ending.at, program.zone)}`,
    ],
    [words.doubt, desk.why === null ? "" : doubtOf(desk.why, desk.facts.ending?.zip, buyer?.shipTo.zip)],
  ];
  return <Rows rows={rows} />;
};

const Desk = ({ id }: { readonly id: Order["id"] }) => {
  const { data: program } = useProgram();
  const { data: clock } = useClock();
  const {
    data: story,
    error,
    refetch,
  } = useQuery({
    queryKey: ["support", "story", id],
    queryFn: ({ signal }) => client.support.story({ params: { order: id }, signal }),
    refetchInterval: 20_000,
  });
  const { data: explanation } = useQuery({
    queryKey: ["support", "explanation", id],
    queryFn: ({ signal }) => client.orders.explainOrder({ params: { order: id }, signal }),
    refetchInterval: 20_000,
  });
  useStoryLive(id);
  const status = problemOf(error)?.status;
  if (status === 404 || status === 400) return <NotFound title={words.missing} />;
  if (error !== null && story === undefined) return <Failed error={error} again={refetch} />;
  if (story === undefined || program === undefined) return <Waiting />;
  const { order } = story;
  const toShip = order.state === "AwaitingShipment" || order.state === "ShipmentOverdue";
  return (
    <article className="page order support">
      <title>{order.item.title}</title>
      <p>
        <a href="/desk/support">← {words.back}</a>
      </p>
      <header>
        <Picture id={order.item.photo ?? null} size="list" alt="" eager />
        <div>
          <OrderNumber id={order.id} />
          <h1>{orderWords.states[order.state] ?? order.state}</h1>
          <p>{order.item.title}</p>
          {order.desk?.operatorTasks.map(({ task }) => (
            <p key={task} className="tag">
              {words.task[task] ?? task}
              <small>{words.rule[task]}</small>
            </p>
          ))}
        </div>
      </header>
      <Timeline order={order} zone={program.zone} />
      <div className="split">
        <aside>
          {explanation === undefined ? null : <NextUp explanation={explanation} />}
          <Facts story={story} program={program} />
        </aside>
        <div className="acts">
          <Complaint order={order} />
          {explanation === undefined ? null : <Acts order={order} explanation={explanation} />}
          <Events events={[...story.payment, ...story.events]} currency={order.currency} program={program} />
          <Mails id={id} program={program} />
          <Money story={story} />
          <Told id={id} />
          <Effects tasks={story.tasks} />
          {clock?.settable === true ? (
            <section className="sandbox">
              <h2>{sandboxWords.sandbox}</h2>
              {toShip ? <DropParcel order={order.id} /> : null}
              <Bank order={order.id} />
            </section>
          ) : null}
        </div>
      </div>
    </article>
  );
};

/** An order on the support desk. */
const StoryPage = ({ params }: { readonly params: Params }) => (
  <Only part="Support" title={words.title} why={words.why}>
    <Desk id={(params["id"] ?? "") as Order["id"]} />
  </Only>
);
export default StoryPage;

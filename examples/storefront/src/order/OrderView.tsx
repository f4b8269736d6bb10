import "./order.css";
import { useState } from "react";
import { useClock, useNow } from "../api/clock.ts";
import { type Order, useProgram } from "../api/queries.ts";
import { dayAndTime } from "../design/dates.ts";
import { Picture } from "../design/Picture.tsx";
import { DeadlineText } from "../design/Reckoning.tsx";
import { Stars } from "../design/Stars.tsx";
import { DropParcel } from "../sandbox/DropParcel.tsx";
import { words as sandboxWords } from "../sandbox/words.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { about } from "./about.ts";
import { BuyerSide } from "./BuyerSide.tsx";
import { Complaint } from "./Complaint.tsx";
import { useExplanation } from "./door.ts";
import { NextUp } from "./NextUp.tsx";
import { SellerSide } from "./SellerSide.tsx";
import { Timeline } from "./Timeline.tsx";
import { words } from "./words.ts";

const MINUTE = 60_000;

const NOT_SHIPPED = new Set(["AwaitingShipment", "ShipmentOverdue"]);
const TO_ARRIVE = new Set(["Placed", ...NOT_SHIPPED, "InTransit"]);

/** Whom to ask about it: with the number by which support finds it. */
const Help = ({ order, contact }: { readonly order: Order; readonly contact: string }) => (
  <p className="soft">
    {words.help}{" "}
    <a href={`mailto:${contact}?subject=${encodeURIComponent(words.helpSubject(order.id))}`}>{contact}</a>.{" "}
    {words.number} <code>{order.id}</code>
  </p>
);

const Tracking = ({ order }: { readonly order: Order }) => {
  const [copied, setCopied] = useState(false);
  if (order.tracking === null) return null;
  const { tracking, carrier } = order;
  return (
    <p>
      {words.tracking}: {carrier} <code>{tracking}</code>{" "}
      <button
        type="button"
        className="plain"
        onClick={() => navigator.clipboard.writeText(tracking).then(() => setCopied(true))}
      >
        {words.copy}
      </button>{" "}
      <span role="status">{copied ? words.copied : ""}</span>
    </p>
  );
};

const Rating = ({ order }: { readonly order: Order }) => {
  const { data: program } = useProgram();
  const { rating } = order;
  if (rating === null || program === undefined) return null;
  return (
    <section>
      <h2>{order.buyer === null ? words.ratedSeller : words.rated}</h2>
      <p>
        <Stars stars={rating.stars} most={program.mostStars} /> {rating.text}
      </p>
      {rating.status === "Waiting" ? <p className="soft">{words.waiting}</p> : null}
    </section>
  );
};

/** A reason by its name, and what was written about it; of a card what its bank says is nobody's to read. */
const whyOf = ({ code, text }: NonNullable<Order["cancelled"]>): string => {
  if (code === "PaymentFailed") return words.notCharged;
  const names: Readonly<Record<string, string>> = words.reasons;
  const name = names[code] ?? "";
  return [...new Set(code === "Other" && text !== "" ? [text] : [name, text])].filter(Boolean).join(". ");
};

const Cancellation = ({ reason }: { readonly reason: NonNullable<Order["cancelled"]> }) => (
  <p className="notice">
    <strong>{words.cancelled}:</strong> {whyOf(reason)}
  </p>
);

/** An order as whoever looks may see it: where it stands, what comes, what they may do. */
export const OrderView = ({ order }: { readonly order: Order }) => {
  const { data: explanation } = useExplanation();
  const { data: program } = useProgram();
  const { data: clock } = useClock();
  const now = useNow(MINUTE);
  if (program === undefined) return <Waiting />;
  const { zone, estimate } = program;
  const isSandbox = clock?.settable === true && NOT_SHIPPED.has(order.state);
  return (
    <article className="page order">
      <title>{`${words.states[order.state] ?? order.state} · ${order.item.title}`}</title>
      <header>
        <Picture id={order.item.photo ?? null} size="list" alt="" eager />
        <div>
          <p className="soft">
            {words.order(order.id)} · {words.placed(dayAndTime(order.placedAt, zone))}
          </p>
          <h1>{words.states[order.state] ?? order.state}</h1>
          <p role="status">{about(order, program.ownStock)}</p>
          <p>
            <strong>{order.item.title}</strong>
          </p>
        </div>
      </header>
      <Timeline order={order} zone={zone} />
      <div className="split">
        <div className="acts">
          {order.cancelled === null ? null : <Cancellation reason={order.cancelled} />}
          {explanation === undefined ? null : <SellerSide order={order} explanation={explanation} />}
          <Complaint order={order} />
          {explanation === undefined ? null : <BuyerSide order={order} explanation={explanation} />}
          <Rating order={order} />
        </div>
        <aside>
          {explanation === undefined ? null : <NextUp explanation={explanation} />}
          <section>
            <Tracking order={order} />
            {order.shippedAt === null && NOT_SHIPPED.has(order.state) && order.buyer !== null ? (
              <p>
                {now >= order.promise.at ? words.promisedLate : words.promised}{" "}
                <DeadlineText deadline={order.promise} />
              </p>
            ) : null}
            {TO_ARRIVE.has(order.state) ? (
              <p className="soft">{words.estimate(estimate.fromDays, estimate.toDays)}.</p>
            ) : null}
            <Help order={order} contact={program.contact} />
          </section>
          {isSandbox ? (
            <section className="sandbox">
              <h2>{sandboxWords.sandbox}</h2>
              <DropParcel order={order.id} />
            </section>
          ) : null}
        </aside>
      </div>
    </article>
  );
};

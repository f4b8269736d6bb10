import { format } from "@resale/core";
import { type FormEvent, useId } from "react";
import { wordsOf } from "../api/client.ts";
import { useNow } from "../api/clock.ts";
import { type Explanation, type Order, useListing, useProgram } from "../api/queries.ts";
import { civilDay } from "../design/dates.ts";
import { dayIn } from "../design/dayIn.ts";
import { DeadlineText, Reckoning } from "../design/Reckoning.tsx";
import { Documents } from "./Documents.tsx";
import { useOrderCommand } from "./door.ts";
import { words } from "./words.ts";

interface Props {
  readonly order: Order;
  readonly explanation: Explanation;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Whoever is late already may still have it fetched soon. */
const SOON = 7;

const Pickup = ({ order, explanation }: Props) => {
  const id = useId();
  const book = useOrderCommand((door, key, date: string) =>
    door.client.orders.bookPickup({ params: { order: door.id }, payload: { date: date as never }, key }),
  );
  const cancel = useOrderCommand((door, key) =>
    door.client.orders.cancelPickup({ params: { order: door.id }, key }),
  );
  const pickup = order.seller?.pickup;
  const { data: program } = useProgram();
  const now = useNow(MINUTE);
  const today = program === undefined ? undefined : dayIn(now, program.zone);
  const shipBy = order.seller?.shipBy?.at ?? 0;
  const last =
    program === undefined ? undefined : dayIn(shipBy > now ? shipBy - 1 : now + SOON * DAY, program.zone);
  const canBook = explanation.open.includes("BookPickup");
  const canCancel = explanation.open.includes("CancelPickup");
  const told =
    pickup !== undefined && pickup._tag !== "None" && pickup._tag !== "Cancelled" ? pickup : undefined;
  if (!canBook && told === undefined) return null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    book.mutate(String(new FormData(event.currentTarget).get("date")));
  };
  const error = book.error ?? cancel.error;
  return (
    <section>
      <h2>{words.pickup}</h2>
      <p className="soft">{words.pickupMore}</p>
      {told === undefined ? null : (
        <p role="status">
          <strong>{words.pickupStates[told._tag](civilDay(told.date, today))}</strong>{" "}
          {"reason" in told ? told.reason : ""}
          {told._tag === "Booked" ? words.pickupReady : ""}
        </p>
      )}
      {told?._tag === "Booked" ? (
        <p>
          {words.pickupNumber}: <code>{told.confirmation}</code>
        </p>
      ) : null}
      {error === null ? null : (
        <p className="notice bad" role="alert">
          {wordsOf(error)}
        </p>
      )}
      {canBook ? (
        <form className="inline" onSubmit={submit}>
          <p className="field">
            <label htmlFor={id}>{words.pickupOn}</label>
            <input id={id} type="date" name="date" min={today} max={last} required />
          </p>
          <button type="submit" className="button quiet" disabled={book.isPending}>
            {words.book}
          </button>
        </form>
      ) : null}
      {canCancel ? (
        <button type="button" className="button quiet" onClick={() => cancel.mutate()}>
          {words.cancelPickup}
        </button>
      ) : null}
    </section>
  );
};

/** What was sold and undone may be listed anew (R45, R51): at once by whoever still has it, else once it is back. */
const ListAgain = ({ order }: { readonly order: Order }) => {
  const { data } = useListing(order.listing);
  const unit = data?.listing.inside?.unit ?? null;
  const href = unit === null ? "/sell" : `/sell?unit=${encodeURIComponent(unit)}`;
  if (order.shippedAt === null) return <a href={href}>{words.listAgain}</a>;
  return (
    <>
      {words.listOnceBack} <a href={href}>{words.listThen}</a>.
    </>
  );
};

const HAS_LABEL = new Set(["Bought", "Mailed"]);
/** The buyer has the money back (R45, R51). */
const UNDONE = new Set(["Cancelled", "DisputeUpheld"]);
const TO_SHIP = new Set(["Placed", "AwaitingShipment", "ShipmentOverdue"]);

/** What the seller gets, and must do: label, packing, deadline, pickup (R28–R34). */
export const SellerSide = ({ order, explanation }: Props) => {
  const { data: program } = useProgram();
  const { seller } = order;
  if (seller === null) return null;
  const toShip = TO_SHIP.has(order.state);
  const inDispute = order.state === "Disputed";
  return (
    <>
      <section>
        <h2>{words.seller}</h2>
        {UNDONE.has(order.state) && seller.payoutState === "NotYet" ? (
          <p>
            {order.cancelled?.code === "PaymentFailed" ? words.noSale : words.noPayout}{" "}
            <ListAgain order={order} />
          </p>
        ) : (
          <p>
            {words.payout} <strong>{format(seller.payout, order.currency)}</strong>:{" "}
            {inDispute && seller.payoutState === "NotYet"
              ? words.payoutDisputed
              : words.payoutStates[seller.payoutState]}
            .
          </p>
        )}
        {seller.shipBy !== null && toShip ? (
          <>
            <p>
              {words.shipBy} <DeadlineText deadline={seller.shipBy} />
            </p>
            <Reckoning deadline={seller.shipBy} />
          </>
        ) : null}
        {toShip && HAS_LABEL.has(seller.label) ? <Documents qr={seller.qr} /> : null}
        {seller.label === "NotYet" || seller.label === "Wanted" ? <p>{words.labelComing}</p> : null}
      </section>
      {toShip && program !== undefined ? (
        <section>
          <h2>{words.packing}</h2>
          <ul>
            {program.packingTips.map((tip) => (
              <li key={tip}>{tip}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {seller.returnTracking === null ? null : (
        <section>
          <h2>{words.comesBack}</h2>
          <p>
            {words.tracking}: <code>{seller.returnTracking}</code>
          </p>
        </section>
      )}
      <Pickup order={order} explanation={explanation} />
    </>
  );
};

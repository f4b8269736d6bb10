import "./time.css";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { client, wordsOf } from "../api/client.ts";
import { useClock, useNow } from "../api/clock.ts";
import { type Order, useProgram } from "../api/queries.ts";
import { dayAndTime, fromNow } from "../design/dates.ts";
import { Field } from "../design/Field.tsx";
import { useSession } from "../session/session.ts";
import { Desks } from "../shell/Desks.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { DropParcel } from "./DropParcel.tsx";
import { Happened } from "./Happened.tsx";
import { words } from "./words.ts";

const HOUR = 3_600_000;
const steps = [
  [words.by.hour, HOUR],
  [words.by.day, 24 * HOUR],
  [words.by.days, 72 * HOUR],
  [words.by.week, 168 * HOUR],
] as const;

type Advance = Parameters<typeof client.sandbox.advance>[0]["payload"];

const by = (milliseconds: number): Advance => ({ _tag: "By", milliseconds });

const waitingOf = async (part: string | undefined): Promise<ReadonlyArray<Order>> => {
  const status = ["AwaitingShipment", "ShipmentOverdue"];
  if (part === "Support")
    return (await client.support.findOrders({ payload: { status, limit: 20 } })).entries;
  if (part !== "Member") return [];
  const orders = await Promise.all(
    (["Buyer", "Seller"] as const).map((as) => client.orders.myOrders({ query: { as, limit: 50 } })),
  );
  return orders.flatMap(({ entries }) => entries).filter(({ state }) => status.includes(state));
};

const Parcels = () => {
  const signedIn = useSession();
  const { data: orders = [] } = useQuery({
    queryKey: ["parcels", signedIn?.email],
    queryFn: () => waitingOf(signedIn?.part),
  });
  return (
    <section>
      <h2>{words.parcels}</h2>
      <p className="soft">{signedIn === undefined ? words.signIn : words.parcelsMore}</p>
      {signedIn !== undefined && orders.length === 0 ? <p>{words.noParcels}</p> : null}
      <ul className="parcels">
        {orders.map((order) => (
          <li key={order.id}>
            <p>
              <a href={signedIn?.part === "Support" ? `/desk/order/${order.id}` : `/orders/${order.id}`}>
                {order.item.title}
              </a>{" "}
              <small>{order.tracking}</small>
            </p>
            <DropParcel order={order.id} />
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Sets the shop's clock forward, and tells what happened on the way (R59). */
const TimePage = () => {
  const { data: program } = useProgram();
  const { data: clock } = useClock();
  const now = useNow();
  const signedIn = useSession();
  const queries = useQueryClient();
  const [hours, setHours] = useState("12");
  const advance = useMutation({
    mutationFn: (payload: Advance) => client.sandbox.advance({ payload }),
    onSuccess: () => queries.invalidateQueries(),
  });
  if (program === undefined || clock === undefined) return <Waiting />;
  if (!clock.settable) return <p className="page">{words.notThere}</p>;
  const { zone } = program;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const count = Number(hours);
    if (count > 0) advance.mutate(by(Math.round(count * HOUR)));
  };
  return (
    <div className="page narrow time">
      <title>{words.title}</title>
      <Desks />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <p className="clock">
        <small>{words.now}</small>
        <time dateTime={new Date(now).toISOString()}>{dayAndTime(now, zone)}</time>
      </p>
      <p>
        {clock.next === null
          ? words.nothing
          : words.next(dayAndTime(clock.next, zone), fromNow(clock.next, now))}
      </p>
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={advance.isPending}
          onClick={() => advance.mutate({ _tag: "ToNext" })}
        >
          {words.toNext}
        </button>
        {steps.map(([label, length]) => (
          <button
            key={label}
            type="button"
            className="button quiet"
            disabled={advance.isPending}
            onClick={() => advance.mutate(by(length))}
          >
            + {label}
          </button>
        ))}
      </div>
      <form className="hours" onSubmit={submit}>
        <Field
          label={words.hours}
          type="number"
          min={1}
          max={8760}
          step="any"
          value={hours}
          onChange={({ target }) => setHours(target.value)}
        />
        <button type="submit" className="button quiet" disabled={advance.isPending}>
          {words.go}
        </button>
      </form>
      <div aria-live="polite">
        {advance.isPending ? <p className="soft">{words.moving}</p> : null}
        {advance.isError ? <p className="notice bad">{wordsOf(advance.error)}</p> : null}
        {advance.data === undefined ? null : (
          <Happened happened={advance.data.happened} zone={zone} part={signedIn?.part} />
        )}
      </div>
      <Parcels />
    </div>
  );
};
export default TimePage;

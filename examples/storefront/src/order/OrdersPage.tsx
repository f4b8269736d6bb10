import "./orders.css";
import { format } from "@resale/core";
import { useQuery } from "@tanstack/react-query";
import { client } from "../api/client.ts";
import { useProgram } from "../api/queries.ts";
import { day } from "../design/dates.ts";
import { Picture } from "../design/Picture.tsx";
import { Only } from "../session/Only.tsx";
import { Failed } from "../shell/Mishap.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { words } from "./words.ts";

const MOST = 100;

const Orders = ({ as, title, none }: { as: "Buyer" | "Seller"; title: string; none: string }) => {
  const { data: program } = useProgram();
  const { data, error, refetch } = useQuery({
    queryKey: ["orders", as],
    queryFn: async ({ signal }) =>
      (await client.orders.myOrders({ query: { as, limit: MOST }, signal })).entries,
  });
  return (
    <section>
      <h2>{title}</h2>
      {error === null ? null : <Failed error={error} again={refetch} />}
      {data === undefined && error === null ? <Waiting /> : null}
      {data?.length === 0 ? <p className="soft">{none}</p> : null}
      <ul className="orders">
        {data?.map((order) => (
          <li key={order.id}>
            <a href={`/orders/${order.id}`}>
              <Picture id={order.item.photo ?? null} size="list" alt="" />
              <span>
                <strong>{order.item.title}</strong>
                <span>{words.states[order.state] ?? order.state}</span>
                <small>
                  {program === undefined ? "" : day(order.placedAt, program.zone)} ·{" "}
                  {format(order.price, order.currency)}
                </small>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** All that somebody has bought and sold. */
const OrdersPage = () => (
  <Only part="Member" title={words.mine} why={words.mineWhy}>
    <div className="page">
      <title>{words.mine}</title>
      <h1>{words.mine}</h1>
      <div className="halves">
        <Orders as="Buyer" title={words.bought} none={words.nothingBought} />
        <Orders as="Seller" title={words.sold} none={words.nothingSold} />
      </div>
    </div>
  </Only>
);
export default OrdersPage;

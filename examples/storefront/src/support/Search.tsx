import type { Email } from "@resale/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useId } from "react";
import { client } from "../api/client.ts";
import type { Order, ProgramFacts } from "../api/queries.ts";
import { day } from "../design/dates.ts";
import { words as orderWords } from "../order/words.ts";
import { navigate, useQueryText } from "../routing/location.ts";
import { Failed } from "../shell/Mishap.tsx";
import { Checkouts } from "./Checkouts.tsx";
import { Credits } from "./Credits.tsx";
import { Mailbox } from "./Mailbox.tsx";
import { words } from "./words.ts";

type Sought = Parameters<typeof client.support.findOrders>[0]["payload"];

/** An order's number, wherever it stands in what was pasted: the subject of a mail, the address of a page. */
const ORDER = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** What a page's heading shows of an order's number: its end alone finds nothing. */
const SHORT = /^(?:order\s+)?#?[0-9a-f]{6}$/i;

const TRACKING = /^[A-Za-z0-9-]{6,40}$/;

const findBy = async (payload: Sought): Promise<ReadonlyArray<Order>> =>
  (await client.support.findOrders({ payload })).entries;

/** Finds by whatever was pasted: what it is can be seen, but for a parcel's number and a gift card's. */
const find = async (text: string): Promise<ReadonlyArray<Order>> => {
  const [id] = ORDER.exec(text) ?? [];
  if (id !== undefined) {
    const { order } = await client.support.story({ params: { order: id.toLowerCase() as Order["id"] } });
    return [order];
  }
  if (text.includes("@")) return findBy({ email: text as Email });
  const number = text.replaceAll(/\s/g, "");
  const sent = TRACKING.test(number) ? await findBy({ tracking: number as Sought["tracking"] & string }) : [];
  return sent.length > 0 ? sent : findBy({ credit: number as Sought["credit"] & string });
};

export const Search = ({ program }: { readonly program: ProgramFacts }) => {
  const id = useId();
  const text = new URLSearchParams(useQueryText()).get("find")?.trim() ?? "";
  const { data, error } = useQuery({
    queryKey: ["support", "find", text],
    queryFn: () => find(text),
    enabled: text !== "",
    retry: false,
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("find")).trim();
    navigate(typed === "" ? "/desk/support" : `/desk/support?find=${encodeURIComponent(typed)}`, {
      replace: true,
    });
  };
  return (
    <section>
      <h2>{words.search}</h2>
      <form className="inline" onSubmit={submit}>
        <p className="field">
          <label htmlFor={id}>{words.searchLabel}</label>
          <input
            key={text}
            id={id}
            name="find"
            type="search"
            defaultValue={text}
            maxLength={254}
            aria-describedby={`${id}h`}
          />
        </p>
        <button type="submit" className="button">
          {words.find}
        </button>
      </form>
      <small id={`${id}h`}>{words.searchHint}</small>
      {error === null ? null : <Failed error={error} />}
      {data?.length === 0 ? (
        <p role="status">
          {words.noOrder} {SHORT.test(text) ? words.tooShort : ""}
        </p>
      ) : null}
      {data === undefined || data.length === 0 ? null : (
        <div className="scroll">
          <table className="found">
            <thead>
              <tr>
                <th scope="col">{words.order}</th>
                <th scope="col">{words.buyer}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.placed}</th>
              </tr>
            </thead>
            <tbody>
              {data.map((order) => (
                <tr key={order.id}>
                  <td>
                    <a href={`/desk/order/${order.id}`}>{order.item.title}</a>
                  </td>
                  <td>{order.desk?.buyerEmail}</td>
                  <td>{orderWords.states[order.state] ?? order.state}</td>
                  <td>{day(order.placedAt, program.zone)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {text.includes("@") ? (
        <>
          <Checkouts email={text as Email} program={program} />
          <Mailbox key={`mailbox ${text}`} email={text as Email} program={program} />
          <Credits key={text} email={text as Email} program={program} />
        </>
      ) : null}
    </section>
  );
};

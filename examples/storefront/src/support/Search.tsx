import type { Email } from "@resale/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useId } from "react";
import { client } from "../api/client.ts";
import type { Order, ProgramFacts } from "../api/queries.ts";
import { day } from "../design/dates.ts";
import { words as orderWords } from "../order/words.ts";
import { navigate, useQueryText } from "../routing/location.ts";
import { Failed } from "../shell/Mishap.tsx";
import { Credits } from "./Credits.tsx";
import { Mailbox } from "./Mailbox.tsx";
import { words } from "./words.ts";

const ORDER = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/** Finds by whatever was pasted: what it is can be seen. */
const find = async (text: string): Promise<ReadonlyArray<Order>> => {
  if (text.includes("@"))
    return (await client.support.findOrders({ payload: { email: text as Email } })).entries;
  if (ORDER.test(text)) {
    const { order } = await client.support.story({ params: { order: text.toLowerCase() as Order["id"] } });
    return [order];
  }
  const tracking = text.replaceAll(/\s/g, "") as NonNullable<Order["tracking"]>;
  return (await client.support.findOrders({ payload: { tracking } })).entries;
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
      {data?.length === 0 ? <p role="status">{words.none}</p> : null}
      {data === undefined || data.length === 0 ? null : (
        <div className="scroll">
          <table>
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
          <Mailbox key={`mailbox ${text}`} email={text as Email} program={program} />
          <Credits key={text} email={text as Email} program={program} />
        </>
      ) : null}
    </section>
  );
};

import "./support.css";
import { useQuery } from "@tanstack/react-query";
import { client } from "../api/client.ts";
import type { CheckoutAnswer } from "../api/queries.ts";
import { Sums } from "../checkout/Sums.tsx";
import { DeadlineText } from "../design/Reckoning.tsx";
import type { Params } from "../routing/match.ts";
import { Only } from "../session/Only.tsx";
import { Failed } from "../shell/Mishap.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { ParkedTasks } from "./ParkedTasks.tsx";
import { words } from "./words.ts";

const Desk = ({ id }: { readonly id: string }) => {
  const { data, error, refetch } = useQuery({
    queryKey: ["support", "checkout", id],
    queryFn: ({ signal }) =>
      client.buying.checkout({ params: { checkout: id as CheckoutAnswer["id"] }, signal }),
  });
  if (error !== null) return <Failed error={error} again={refetch} />;
  if (data === undefined) return <Waiting />;
  return (
    <article className="page narrow support">
      <title>{words.checkout}</title>
      <p>
        <a href="/desk/support">← {words.back}</a>
      </p>
      <h1>{words.checkout}</h1>
      <p>
        {words.checkouts[data.state]}{" "}
        {data.state === "Held" || data.state === "Paying" ? (
          <>
            {words.heldUntil} <DeadlineText deadline={data.heldUntil} />.
          </>
        ) : null}
      </p>
      <Sums lines={data.lines} total={data.total} currency={data.currency} />
      <ul>
        {data.orders.map((order, index) => (
          <li key={order}>
            <a href={`/desk/order/${order}`}>{data.lines[index]?.title}</a>
          </li>
        ))}
      </ul>
      <ParkedTasks checkout={id} />
    </article>
  );
};

/** A payment that waits for an operator, with all that was bought by it. */
const PaymentPage = ({ params }: { readonly params: Params }) => (
  <Only part="Support" title={words.title} why={words.why}>
    <Desk id={params["id"] ?? ""} />
  </Only>
);
export default PaymentPage;

import "../order/order.css";
import "./support.css";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { client, problemOf } from "../api/client.ts";
import { type Answer, type CheckoutAnswer, type ProgramFacts, useProgram } from "../api/queries.ts";
import { words as cardWords } from "../checkout/card/words.ts";
import { Sums } from "../checkout/Sums.tsx";
import { dayAndTime } from "../design/dates.ts";
import { DeadlineText } from "../design/Reckoning.tsx";
import type { Params } from "../routing/match.ts";
import { Only } from "../session/Only.tsx";
import { Failed } from "../shell/Mishap.tsx";
import { NotFound } from "../shell/NotFound.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { Address } from "./Address.tsx";
import { Rows } from "./Rows.tsx";
import { Events } from "./Story.tsx";
import { Effects } from "./Told.tsx";
import { words } from "./words.ts";

type CheckoutStory = Answer<typeof client.support.checkoutStory>;

interface Props {
  readonly story: CheckoutStory;
  readonly program: ProgramFacts;
}

const Facts = ({ story: { checkout }, program }: Props) => {
  const rows: ReadonlyArray<readonly [string, ReactNode]> = [
    [
      words.buyer,
      <>
        <Address email={checkout.buyerEmail} /> ({checkout.buyerMember ?? words.guest})
      </>,
    ],
    [words.opened, dayAndTime(checkout.openedAt, program.zone)],
    [words.moneyIs, words.moneyOf[checkout.money]],
    [words.tries, checkout.attempts],
    [
      words.lastRefusal,
      checkout.declined === null ? null : (cardWords.reasons[checkout.declined] ?? checkout.declined),
    ],
  ];
  return <Rows rows={rows} />;
};

const State = ({ story: { checkout } }: Pick<Props, "story">) => (
  <p>
    {checkout.money === "Failed" ? words.notCharged : words.checkouts[checkout.state]}{" "}
    {checkout.state === "Held" || checkout.state === "Paying" ? (
      <>
        {words.heldUntil} <DeadlineText deadline={checkout.heldUntil} />.
      </>
    ) : null}
  </p>
);

const Desk = ({ id }: { readonly id: CheckoutAnswer["id"] }) => {
  const { data: program } = useProgram();
  const {
    data: story,
    error,
    refetch,
  } = useQuery({
    queryKey: ["support", "checkout", id],
    queryFn: ({ signal }) => client.support.checkoutStory({ params: { checkout: id }, signal }),
    refetchInterval: 20_000,
  });
  const status = problemOf(error)?.status;
  if (status === 404 || status === 400) return <NotFound title={words.noCheckout} />;
  if (error !== null && story === undefined) return <Failed error={error} again={refetch} />;
  if (story === undefined || program === undefined) return <Waiting />;
  const { checkout, events, tasks } = story;
  return (
    <article className="page order support">
      <title>{words.checkout}</title>
      <p>
        <a href="/desk/support">← {words.back}</a>
      </p>
      <h1>{words.checkout}</h1>
      <State story={story} />
      <div className="split">
        <aside>
          <Facts story={story} program={program} />
          <Sums lines={checkout.lines} total={checkout.total} currency={checkout.currency} />
        </aside>
        <div className="acts">
          {checkout.orders.length === 0 ? null : (
            <section>
              <h2>{words.boughtBy}</h2>
              <ul>
                {checkout.orders.map((order, index) => (
                  <li key={order}>
                    <a href={`/desk/order/${order}`}>{checkout.lines[index]?.title}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Events events={events} currency={checkout.currency} program={program} />
          <Effects tasks={tasks} />
        </div>
      </div>
    </article>
  );
};

/** A payment on the support desk: whose it is, what has become of the money, and all that was bought by it. */
const PaymentPage = ({ params }: { readonly params: Params }) => (
  <Only part="Support" title={words.title} why={words.why}>
    <Desk id={(params["id"] ?? "") as CheckoutAnswer["id"]} />
  </Only>
);
export default PaymentPage;

import "./checkout.css";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { client } from "../api/client.ts";
import { useNow } from "../api/clock.ts";
import type { CheckoutAnswer } from "../api/queries.ts";
import { removeFromCart } from "../cart/cart.ts";
import { PostalLines } from "../design/PostalLines.tsx";
import type { Params } from "../routing/match.ts";
import { Failed } from "../shell/Mishap.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { buyerOf, placeOf } from "./buyer.ts";
import { CardForm } from "./card/CardForm.tsx";
import { UnderWay } from "./card/UnderWay.tsx";
import { Receipt } from "./Receipt.tsx";
import { Sums } from "./Sums.tsx";
import { TimeLeft } from "./TimeLeft.tsx";
import { words } from "./words.ts";

const ASK_AGAIN = 2000;
/** A card is slower than the hold's page: it asks again now and then, and once the time has run out. */
const LOOK_AGAIN = 10_000;
const JUST_AFTER = 500;

/** Where it goes, while that can still be changed: the pieces stay held until it is. */
const Place = ({
  checkout: { id },
  paying,
}: {
  readonly checkout: CheckoutAnswer;
  readonly paying: boolean;
}) => {
  const shipTo = placeOf(id);
  if (shipTo === undefined) return null;
  return (
    <>
      <h2>{words.where}</h2>
      <PostalLines of={shipTo} />
      <p className="soft">
        {words.mailsTo(buyerOf(id))}{" "}
        {paying ? null : <a href={`/checkout?instead=${id}`}>{words.changeIt}</a>}
      </p>
    </>
  );
};

const Held = ({ checkout }: { readonly checkout: CheckoutAnswer }) => {
  const queries = useQueryClient();
  const abandon = useMutation({
    mutationFn: () => client.buying.abandon({ params: { checkout: checkout.id } }),
    onSuccess: (answer) => {
      queries.setQueryData(["checkout", checkout.id], answer);
      void queries.invalidateQueries({ queryKey: ["listing"] });
    },
  });
  const paying = checkout.state === "Paying";
  return (
    <>
      <h1>{words.payTitle}</h1>
      <TimeLeft until={checkout.heldUntil.at} />
      <div className="split">
        <div>{paying ? <UnderWay checkout={checkout} /> : <CardForm checkout={checkout} />}</div>
        <section className="summary" aria-label={words.quote}>
          <Sums lines={checkout.lines} total={checkout.total} currency={checkout.currency} />
          <Place checkout={checkout} paying={paying} />
          {paying ? null : (
            <button type="button" className="button quiet" onClick={() => abandon.mutate()}>
              {words.abandon}
            </button>
          )}
        </section>
      </div>
    </>
  );
};

const Ended = ({ title, more }: { readonly title: string; readonly more: string }) => (
  <div role="status">
    <h1>{title}</h1>
    <p>{more}</p>
    <p>
      <a className="button" href="/cart">
        {words.toBag}
      </a>
    </p>
  </div>
);

const stageOf = (checkout: CheckoutAnswer) => {
  switch (checkout.state) {
    case "Held":
    case "Paying":
      return <Held checkout={checkout} />;
    case "Placed":
      return <Receipt checkout={checkout} />;
    case "Expired":
      return <Ended title={words.expired} more={words.expiredMore} />;
    case "Abandoned":
      return <Ended title={words.abandoned} more={words.abandonedMore} />;
  }
};

/** A checkout from its hold to its receipt: whoever loads the page again finds it where it stands. */
const HoldPage = ({ params }: { readonly params: Params }) => {
  const id = params["id"] ?? "";
  const now = useNow(LOOK_AGAIN);
  const {
    data: checkout,
    error,
    refetch,
  } = useQuery({
    queryKey: ["checkout", id],
    queryFn: ({ signal }) =>
      client.buying.checkout({ params: { checkout: id as CheckoutAnswer["id"] }, signal }),
    refetchInterval: ({ state }) => {
      if (state.data?.state === "Paying") return ASK_AGAIN;
      if (state.data?.state !== "Held") return false;
      const left = state.data.heldUntil.at - now;
      return left > 0 ? Math.min(LOOK_AGAIN, left + JUST_AFTER) : ASK_AGAIN;
    },
  });
  const placed = checkout?.state === "Placed";
  useEffect(() => {
    if (placed) removeFromCart(...checkout.lines.map(({ listing }) => listing));
  }, [placed, checkout]);
  if (error !== null && checkout === undefined) return <Failed error={error} again={refetch} />;
  if (checkout === undefined) return <Waiting />;
  return (
    <div className="page checkout">
      <title>{placed ? words.receipt : words.payTitle}</title>
      {stageOf(checkout)}
    </div>
  );
};
export default HoldPage;

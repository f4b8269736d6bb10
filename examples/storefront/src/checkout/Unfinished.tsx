import { useQuery } from "@tanstack/react-query";
import { client } from "../api/client.ts";
import type { CheckoutAnswer } from "../api/queries.ts";
import { lastCheckout } from "./buyer.ts";
import { useHeld } from "./held.ts";
import { words } from "./words.ts";

interface Props {
  readonly said: string;
  readonly href: string;
  readonly link: string;
}

const Way = ({ said, href, link }: Props) => (
  <p className="notice" role="status">
    {said} <a href={href}>{link}</a>
  </p>
);

/** Whoever goes back from a payment finds the way on: to the pieces they hold, or to what they have bought. */
export const Unfinished = () => {
  const held = useHeld();
  const id = lastCheckout();
  const { data } = useQuery({
    queryKey: ["checkout", id],
    queryFn: ({ signal }) =>
      client.buying.checkout({ params: { checkout: id as CheckoutAnswer["id"] }, signal }),
    enabled: id !== undefined,
  });
  return (
    <>
      {held.map((checkout) => (
        <Way
          key={checkout.id}
          said={words.unfinished}
          href={`/checkout/${checkout.id}`}
          link={words.toPayment}
        />
      ))}
      {data?.state === "Placed" ? (
        <Way said={words.finished} href={`/checkout/${data.id}`} link={words.toReceipt} />
      ) : null}
    </>
  );
};

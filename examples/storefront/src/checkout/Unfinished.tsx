import { useQuery } from "@tanstack/react-query";
import { client } from "../api/client.ts";
import type { CheckoutAnswer } from "../api/queries.ts";
import { lastCheckout } from "./buyer.ts";
import { words } from "./words.ts";

const isOpen = (state: string | undefined): boolean => state === "Held" || state === "Paying";

/** Whoever goes back from a payment finds the way on: to the pieces they hold, or to what they have bought. */
export const Unfinished = () => {
  const id = lastCheckout();
  const { data } = useQuery({
    queryKey: ["checkout", id],
    queryFn: ({ signal }) =>
      client.buying.checkout({ params: { checkout: id as CheckoutAnswer["id"] }, signal }),
    enabled: id !== undefined,
  });
  if (data === undefined || !(isOpen(data.state) || data.state === "Placed")) return null;
  return (
    <p className="notice" role="status">
      {isOpen(data.state) ? words.unfinished : words.finished}{" "}
      <a href={`/checkout/${data.id}`}>{isOpen(data.state) ? words.toPayment : words.toReceipt}</a>
    </p>
  );
};

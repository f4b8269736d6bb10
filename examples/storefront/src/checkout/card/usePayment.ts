import type { ResaleClient } from "@resale/http/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { client } from "../../api/client.ts";
import type { Answer, CheckoutAnswer } from "../../api/queries.ts";
import { useAttempt } from "../../api/useAttempt.ts";
import { meansOf, rememberMeans } from "../buyer.ts";

export type PaymentForm = Answer<ResaleClient["buying"]["paymentForm"]>;

/** Which form takes the card, and what the buyer's bank asks; asked again after so many milliseconds, where it may change. */
export const usePaymentForm = ({ id }: CheckoutAnswer, every: number | false = false) =>
  useQuery({
    queryKey: ["payment-form", id],
    queryFn: ({ signal }) => client.buying.paymentForm({ params: { checkout: id }, signal }),
    refetchInterval: every,
    staleTime: every === false ? Number.POSITIVE_INFINITY : 0,
  });

/** The provider's form has not handed over any card, and may have said why itself. */
export class NoCard extends Error {}

/** Pays with the card that the form hands over. Whatever comes of it is seen at the checkout. */
export const usePayment = ({ id: checkout }: CheckoutAnswer, handOver: () => Promise<string>) => {
  const queries = useQueryClient();
  const key = ["checkout", checkout];
  const send = useAttempt((card: string, attempt) =>
    client.buying.pay({
      params: { checkout },
      payload: { tender: "Card", token: card as never },
      key: attempt,
    }),
  );
  return useMutation({
    mutationFn: async () => {
      const card = await handOver();
      rememberMeans(checkout, card);
      return send(card);
    },
    onSuccess: (answer) => queries.setQueryData(key, answer),
    // What went wrong is said at once, not when all is asked anew.
    onError: (error) => {
      if (!(error instanceof NoCard)) void queries.invalidateQueries({ queryKey: key });
    },
  });
};

/** Has the marketplace ask the provider once more what became of a payment that is under way. */
export const useAskAgain = ({ id: checkout }: CheckoutAnswer) => {
  const queries = useQueryClient();
  return async (): Promise<void> => {
    const token = meansOf(checkout);
    if (token !== undefined) {
      const payload = { tender: "Card", token: token as never };
      // Whether it was declined or is still under way, the checkout tells.
      await client.buying.pay({ params: { checkout }, payload }).catch(() => undefined);
    }
    await queries.invalidateQueries({ queryKey: ["checkout", checkout] });
  };
};

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { guestClient, problemOf } from "../api/client.ts";
import type { Params } from "../routing/match.ts";
import { Failed } from "../shell/Mishap.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { AskForLink } from "./AskForLink.tsx";
import { DoorContext, useLiveOrder } from "./door.ts";
import { OrderView } from "./OrderView.tsx";

const MISSING = new Set([400, 401, 403, 404]);

/** An order, for whoever holds the link that was mailed to its buyer (R26). */
const GuestPage = ({ params }: { readonly params: Params }) => {
  const token = params["token"] ?? "";
  const client = guestClient(token);
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ["guest", token],
    queryFn: async ({ signal }) => {
      const answer = await client.orders.guestOrder({ signal });
      queries.setQueryData(["order", token, answer.order.id], answer);
      return answer.order.id;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data: answer } = useQuery({
    queryKey: ["order", token, data],
    queryFn: ({ signal }) => client.orders.guestOrder({ signal }),
    enabled: data !== undefined,
  });
  useLiveOrder({ as: token, id: data }, (signal) => client.live.guestOrder({ signal }));
  if (error !== null && MISSING.has(problemOf(error)?.status ?? 0)) {
    return <AskForLink />;
  }
  if (error !== null) return <Failed error={error} again={refetch} />;
  if (data === undefined || answer === undefined) return <Waiting />;
  return (
    <DoorContext value={{ client, way: { guest: token }, as: token, id: data }}>
      <OrderView order={answer.order} />
    </DoorContext>
  );
};
export default GuestPage;

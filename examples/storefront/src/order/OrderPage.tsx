import { useQuery } from "@tanstack/react-query";
import { client, problemOf } from "../api/client.ts";
import type { Order } from "../api/queries.ts";
import { usePath } from "../routing/location.ts";
import type { Params } from "../routing/match.ts";
import { useSession } from "../session/session.ts";
import { Failed } from "../shell/Mishap.tsx";
import { NotFound } from "../shell/NotFound.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { DoorContext, useLiveOrder } from "./door.ts";
import { OrderView } from "./OrderView.tsx";
import { words } from "./words.ts";

const MISSING = new Set([400, 401, 403, 404]);

/** Whoever is not signed in, or is not the one, is told so kindly: an order is nobody else's business. */
export const NotYours = () => {
  const path = usePath();
  return (
    <NotFound
      title={words.missing}
      more={words.missingMore}
      way={[`/account?then=${encodeURIComponent(path)}`, words.signIn]}
    />
  );
};

/** An order, for its buyer or its seller. */
const OrderPage = ({ params }: { readonly params: Params }) => {
  const id = (params["id"] ?? "") as Order["id"];
  const as = useSession()?.email ?? "";
  const { data, error, refetch } = useQuery({
    queryKey: ["order", as, id],
    queryFn: ({ signal }) => client.orders.order({ params: { order: id }, signal }),
  });
  useLiveOrder({ as, id: data === undefined ? undefined : id }, (signal) =>
    client.live.order({ params: { order: id }, signal }),
  );
  if (error !== null && MISSING.has(problemOf(error)?.status ?? 0)) return <NotYours />;
  if (error !== null && data === undefined) return <Failed error={error} again={refetch} />;
  if (data === undefined) return <Waiting />;
  return (
    <DoorContext value={{ client, way: "signedIn", as, id }}>
      <OrderView order={data.order} />
    </DoorContext>
  );
};
export default OrderPage;

import "./checkout.css";
import { useQuery } from "@tanstack/react-query";
import { client } from "../api/client.ts";
import { type CheckoutAnswer, useProgram } from "../api/queries.ts";
import { useCartPieces } from "../cart/useCartPieces.ts";
import { useQueryText } from "../routing/location.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { BuyForm } from "./BuyForm.tsx";
import { Unfinished } from "./Unfinished.tsx";
import { words } from "./words.ts";

/** Who buys, where it goes, and what it costs: then everything is held, or nothing (R21). */
const CheckoutPage = () => {
  const { data: program } = useProgram();
  const id = new URLSearchParams(useQueryText()).get("instead");
  const { data: held, isLoading } = useQuery({
    queryKey: ["checkout", id],
    queryFn: ({ signal }) =>
      client.buying.checkout({ params: { checkout: id as CheckoutAnswer["id"] }, signal }),
    enabled: id !== null,
  });
  const instead = held?.state === "Held" ? held : undefined;
  const pieces = useCartPieces();
  const loading = pieces.some(({ listing, gone }) => listing === undefined && gone === undefined);
  if (program === undefined || loading || isLoading) return <Waiting />;
  const wanted = pieces.flatMap(({ listing, gone, held: own }) =>
    listing === undefined || gone === "Sold" || gone === "Gone" || own !== undefined ? [] : [listing],
  );
  const listings =
    instead === undefined ? wanted.map(({ id }) => id) : instead.lines.map(({ listing }) => listing);
  const holdsAll = pieces.length > 0 && pieces.every(({ held: own }) => own !== undefined);
  return (
    <div className="page checkout">
      <title>{words.title}</title>
      <h1>{words.title}</h1>
      {instead === undefined ? <Unfinished /> : null}
      {listings.length === 0 ? (
        <p>
          {holdsAll ? "" : words.empty} <a href="/cart">{words.toBag}</a>
        </p>
      ) : (
        <BuyForm
          listings={listings}
          pieces={instead === undefined ? wanted : []}
          program={program}
          instead={instead}
        />
      )}
    </div>
  );
};
export default CheckoutPage;

import "./cart.css";
import { cents, format, sum } from "@resale/core";
import { useProgram } from "../api/queries.ts";
import { Unfinished } from "../checkout/Unfinished.tsx";
import { Picture } from "../design/Picture.tsx";
import { removeFromCart } from "./cart.ts";
import { type CartPiece, useCartPieces } from "./useCartPieces.ts";
import { words } from "./words.ts";

const Line = ({ piece }: { readonly piece: CartPiece }) => {
  const { wanted, listing, gone, held } = piece;
  return (
    <li className="line" data-gone={gone !== undefined && held === undefined}>
      <div>
        <Picture id={wanted.photo} size="list" alt="" />
      </div>
      <div>
        <h2>
          <a href={`/listings/${wanted.listing}`}>{wanted.title}</a>
        </h2>
        {listing === undefined ? null : <p className="soft">{words.from(listing.seller.name)}</p>}
        {held === undefined ? null : (
          <p>
            {words.yours} <a href={`/checkout/${held}`}>{words.toPayment}</a>
          </p>
        )}
        {gone === undefined || held !== undefined ? null : (
          <p className="gone">
            {words.gone[gone]} <a href={`/?text=${encodeURIComponent(wanted.title)}`}>{words.like}</a>
          </p>
        )}
        <button
          type="button"
          className="plain"
          aria-label={words.remove(wanted.title)}
          onClick={() => removeFromCart(wanted.listing)}
        >
          {words.removeShort}
        </button>
      </div>
      {gone === undefined && listing?.price != null && listing.currency !== null ? (
        <p className="price">{format(listing.price, listing.currency)}</p>
      ) : null}
    </li>
  );
};

/** What somebody wants, from any number of sellers; it reserves nothing (R20). */
const CartPage = () => {
  const pieces = useCartPieces();
  const { data: program } = useProgram();
  const offered = pieces.flatMap(({ listing, gone }) => (gone === undefined && listing ? [listing] : []));
  const gone = pieces.filter((piece) => piece.gone === "Sold" || piece.gone === "Gone");
  const price = sum(offered.flatMap((listing) => (listing.price === null ? [] : [listing.price])));
  const charge = sum(offered.map((listing) => cents(listing.charge ?? program?.charge ?? 0)));
  return (
    <div className="page cart">
      <title>{words.title}</title>
      <h1>{words.title}</h1>
      <Unfinished />
      <p className="unseen" role="status">
        {gone.map(({ wanted }) => words.went(wanted.title)).join(" ")}
      </p>
      {pieces.length === 0 ? (
        <>
          <p>{words.empty}</p>
          <p>
            <a className="button" href="/">
              {words.browse}
            </a>
          </p>
        </>
      ) : (
        <div className="split">
          <div>
            <ul className="lines">
              {pieces.map((piece) => (
                <Line key={piece.wanted.listing} piece={piece} />
              ))}
            </ul>
            {gone.length > 0 ? (
              <button
                type="button"
                className="button quiet"
                onClick={() => removeFromCart(...gone.map(({ wanted }) => wanted.listing))}
              >
                {words.clear}
              </button>
            ) : null}
          </div>
          {program === undefined || offered.length === 0 ? null : (
            <section className="summary" aria-label={words.total}>
              <dl className="sums">
                <div>
                  <dt>{words.pieces(offered.length)}</dt>
                  <dd>{format(price, program.currency)}</dd>
                </div>
                <div>
                  <dt>
                    {words.shipping} <small>{words.shippingMore(offered.length)}</small>
                  </dt>
                  <dd>{format(charge, program.currency)}</dd>
                </div>
                <div>
                  <dt>{words.tax}</dt>
                  <dd>{words.atCheckout}</dd>
                </div>
                <div className="total">
                  <dt>{words.total}</dt>
                  <dd>{format(sum([price, charge]), program.currency)}</dd>
                </div>
              </dl>
              <a className="button" href="/checkout">
                {words.checkout}
              </a>
              <p className="soft">{words.note}</p>
            </section>
          )}
        </div>
      )}
    </div>
  );
};
export default CartPage;

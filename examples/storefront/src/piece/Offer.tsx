import { cents, format, sum } from "@resale/core";
import { useState } from "react";
import type { Listing, ProgramFacts } from "../api/queries.ts";
import { addToCart, useCart } from "../cart/cart.ts";
import { holding, useHeld } from "../checkout/held.ts";
import { words } from "./words.ts";

interface Props {
  readonly listing: Listing;
  readonly program: ProgramFacts;
}

const whyNot = (state: string): string | undefined => {
  if (state === "Live") return undefined;
  if (state === "Reserved") return words.held;
  return state === "Sold" || state === "Closed" ? words.sold : words.notLive;
};

const share = async (listing: Listing): Promise<string> => {
  const url = `${location.origin}/listings/${listing.id}`;
  if ("share" in navigator && matchMedia("(pointer: coarse)").matches) {
    await navigator.share({ title: listing.title, url }).catch(() => undefined);
    return "";
  }
  await navigator.clipboard.writeText(url);
  return words.copied;
};

/** What has taken the place of the button that was pressed. */
const goOn = (link: HTMLElement | null): void => link?.focus({ preventScroll: true });

/** What it costs, every part by name, and the way to have it. */
export const Offer = ({ listing, program }: Props) => {
  const [said, setSaid] = useState("");
  const cart = useCart();
  const { price, currency: own, product, title, id, details } = listing;
  if (price === null) return null;
  const currency = own ?? program.currency;
  const charge = listing.charge ?? program.charge;
  const inCart = cart.some((wanted) => wanted.listing === id);
  const mine = useHeld();
  const held = holding(mine, id);
  const refusal = whyNot(listing.state);
  const saved = Math.floor((1 - price / product.msrp) * 100);
  return (
    <div className="offer">
      <p className="price">{format(price, currency)}</p>
      {saved > 0 ? <p className="soft">{words.originally(format(product.msrp, currency), saved)}</p> : null}
      <dl className="sums">
        <div>
          <dt>{words.price}</dt>
          <dd>{format(price, currency)}</dd>
        </div>
        <div>
          <dt>{words.charge}</dt>
          <dd>{format(cents(charge), currency)}</dd>
        </div>
        <div>
          <dt>{words.tax}</dt>
          <dd>{words.taxLater}</dd>
        </div>
        <div className="total">
          <dt>{words.before}</dt>
          <dd>{format(sum([price, cents(charge)]), currency)}</dd>
        </div>
      </dl>
      {refusal === undefined && held === undefined ? (
        <div className="actions">
          {inCart ? (
            <a ref={said === "" ? undefined : goOn} className="button" href="/cart">
              {words.toBag}
            </a>
          ) : (
            <button
              type="button"
              className="button"
              onClick={() => {
                addToCart({ listing: id, title, photo: details.photos[0]?.photo.id ?? null });
                setSaid(words.added(title));
              }}
            >
              {words.add}
            </button>
          )}
          <button
            type="button"
            className="button quiet"
            onClick={() => share(listing).then(setSaid, () => setSaid(location.href))}
          >
            {words.share}
          </button>
        </div>
      ) : (
        <p className="notice">
          {held === undefined ? (
            refusal
          ) : (
            <>
              {words.yours} <a href={`/checkout/${held}`}>{words.toPayment}</a>
            </>
          )}
        </p>
      )}
      <p role="status" className="soft">
        {said}
      </p>
    </div>
  );
};

import { format } from "@resale/core";
import { useState } from "react";
import { client, wordsOf } from "../api/client.ts";
import type { Listing, ProgramFacts } from "../api/queries.ts";
import { DeadlineText, Reckoning } from "../design/Reckoning.tsx";
import { useListingCommand } from "./useListingCommand.ts";
import { words } from "./words.ts";

interface Props {
  readonly listing: Listing;
  readonly program: ProgramFacts;
}

const Proposed = ({ listing, program }: Props) => {
  const accept = useListingCommand(listing, (params) => client.selling.acceptPrice({ params }));
  const { price, inside } = listing;
  if (price === null || inside === null) return null;
  const money = (amount: typeof price | null) => (amount === null ? "" : format(amount, program.currency));
  return (
    <>
      <p>
        {words.asked(money(inside.asked))}. {words.proposed(money(price), money(inside.payout))}
      </p>
      {accept.error === null ? null : <p className="notice bad">{wordsOf(accept.error)}</p>}
      <button type="button" className="button" disabled={accept.isPending} onClick={() => accept.mutate()}>
        {words.accept}
      </button>
    </>
  );
};

const ShareLink = ({ id }: { readonly id: string }) => {
  const [copied, setCopied] = useState(false);
  const url = `${location.origin}/listings/${id}`;
  return (
    <p>
      <a href={`/listings/${id}`}>{url}</a>{" "}
      <button
        type="button"
        className="plain"
        onClick={() => navigator.clipboard.writeText(url).then(() => setCopied(true))}
      >
        {words.copy}
      </button>{" "}
      <span role="status">{copied ? words.copied : ""}</span>
    </p>
  );
};

/** Where a listing stands, and what that means for its seller. */
export const Standing = ({ listing, program }: Props) => {
  const { state, inside, price } = listing;
  const { currency, sellerShare } = program;
  const payout = inside?.payout ?? null;
  const asked = inside?.asked ?? null;
  return (
    <section className="standing">
      <p>{words.about[state]}</p>
      {state === "Live" ? <ShareLink id={listing.id} /> : null}
      {state === "PriceProposed" ? <Proposed listing={listing} program={program} /> : null}
      {price !== null && payout !== null && state !== "PriceProposed" ? (
        <p>
          {asked === price || asked === null ? "" : `${words.asked(format(asked, currency))}. `}
          {words.offered(format(price, currency))} {words.payout(format(payout, currency), sellerShare / 100)}
        </p>
      ) : null}
      {inside?.reviewBy == null ? null : (
        <>
          <p>
            {words.reviewBy} <DeadlineText deadline={inside.reviewBy} />.{" "}
            {inside.reviewLate ? words.reviewLate : ""}
          </p>
          <Reckoning deadline={inside.reviewBy} />
        </>
      )}
      {inside?.reason == null ? null : (
        <p className="notice">
          {words.denied}:{" "}
          {program.denialReasons.find(({ key }) => key === inside.reason?.code)?.label ?? inside.reason.code}.{" "}
          {inside.reason.text}
        </p>
      )}
      {inside?.order == null ? null : (
        <p>
          <a className="button" href={`/orders/${inside.order}`}>
            {words.order}
          </a>
        </p>
      )}
    </section>
  );
};

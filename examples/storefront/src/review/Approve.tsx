import { type Cents, format } from "@resale/core";
import type { RefObject } from "react";
import { client, wordsOf } from "../api/client.ts";
import type { Listing, ProgramFacts } from "../api/queries.ts";
import { Ask } from "./Ask.tsx";
import { useDecision } from "./useDecision.ts";
import { words } from "./words.ts";

interface Props {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly listing: Listing;
  readonly program: ProgramFacts;
  readonly price: Cents;
  readonly payout: Cents;
  readonly checked: ReadonlyArray<string>;
  readonly done: (what: string) => void;
}

/** Puts the piece on sale, at the seller's price or another one (R11, R14). */
export const Approve = ({ dialog, listing, program, price, payout, checked, done }: Props) => {
  const revision = listing.inside?.revision ?? 0;
  const approve = useDecision(
    () => done(words.done.approved),
    (at: Cents) => {
      const repriced = at === listing.details.price ? {} : { price: at };
      return client.review.approve({
        params: { listing: listing.id },
        payload: { revision, checked, ...repriced },
      });
    },
  );
  const money = (value: Cents) => format(value, program.currency);
  return (
    <Ask
      dialog={dialog}
      title={words.approveAsk}
      yes={words.approve}
      disabled={approve.isPending}
      onYes={() => approve.decide(price)}
    >
      <p>
        {words.approveMore} {words.atPrice(money(price), money(payout))}{" "}
        {price === listing.details.price ? "" : words.repriced}
      </p>
      {approve.error === null ? null : (
        <p className="notice bad" role="alert">
          {wordsOf(approve.error)}
        </p>
      )}
    </Ask>
  );
};

import type { PostalAddress } from "@resale/core";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useDeferredValue } from "react";
import { client, problemOf } from "../api/client.ts";
import type { CheckoutAnswer, Listing, ProgramFacts } from "../api/queries.ts";
import { useAttempt } from "../api/useAttempt.ts";
import { removeFromCart } from "../cart/cart.ts";
import { Field } from "../design/Field.tsx";
import { navigate } from "../routing/location.ts";
import { useSession } from "../session/session.ts";
import { AddressFields } from "./AddressFields.tsx";
import { addressOf, useTyped } from "./address.ts";
import { rememberBuyer } from "./buyer.ts";
import { rememberHeld } from "./held.ts";
import { lostBy, Refused, Unavailable } from "./Refused.tsx";
import { Sums, SumsBeforeTax } from "./Sums.tsx";
import { words } from "./words.ts";

type Pieces = ReadonlyArray<Listing>;
type Ids = ReadonlyArray<Listing["id"]>;
type Opening = Parameters<typeof client.buying.openCheckout>[0]["payload"];

/** What the pieces cost at an address, asked anew when either changes. */
const useQuote = (listings: Ids, shipTo: PostalAddress | undefined, isHeld: boolean) =>
  useQuery({
    queryKey: ["quote", listings, shipTo?.region, shipTo?.zip],
    queryFn: ({ signal }) =>
      client.buying.quote({ payload: { listings, shipTo: shipTo as PostalAddress }, signal }),
    // What they hold themselves, a quote finds held.
    enabled: shipTo !== undefined && listings.length > 0 && !isHeld,
    placeholderData: keepPreviousData,
    retry: false,
  });

/** Lets go of what is held; nothing, where it has come to its end by itself. */
const letGo = async ({ id: checkout }: CheckoutAnswer): Promise<CheckoutAnswer | undefined> => {
  try {
    return await client.buying.abandon({ params: { checkout } });
  } catch (error) {
    if (problemOf(error)?.status !== 409) throw error;
    return undefined;
  }
};

interface Props {
  readonly listings: Ids;
  /** The same, as they are offered; none, where a checkout holds them already. */
  readonly pieces: Pieces;
  readonly program: ProgramFacts;
  /** The checkout that holds them already, and is let go for this one. */
  readonly instead?: CheckoutAnswer | undefined;
}

/** Who buys, and where it goes; at the end everything is held, or nothing (R21). */
export const BuyForm = ({ listings, pieces, program, instead }: Props) => {
  const signedIn = useSession();
  const queries = useQueryClient();
  const [typed, set] = useTyped({ email: signedIn?.email ?? "", buyer: signedIn?.name ?? "" });
  const shipTo = useDeferredValue(addressOf(typed, program.country));
  const quote = useQuote(listings, shipTo, instead !== undefined);
  const send = useAttempt((payload: Opening, key) => client.buying.openCheckout({ payload, key }));
  const open = useMutation({
    mutationFn: async (address: PostalAddress) => {
      const buyer = { email: typed.email.trim() as never, name: typed.buyer.trim() || address.name };
      const opening = { listings, ...buyer, shipTo: address };
      if (instead === undefined) return send(opening);
      // An address that is not taken is refused before anything is let go.
      await client.buying.quote({ payload: { listings, shipTo: address } });
      const ended = await letGo(instead);
      try {
        return await send(opening);
      } finally {
        if (ended !== undefined) queries.setQueryData(["checkout", ended.id], ended);
      }
    },
    onSuccess: (checkout, address) => {
      rememberBuyer(checkout.id, typed.email.trim(), address);
      rememberHeld(checkout.id);
      queries.setQueryData(["checkout", checkout.id], checkout);
      // Whoever goes back comes to the bag, not to a form whose pieces they hold already.
      navigate(`/checkout/${checkout.id}`, { replace: true });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["listing"] }),
  });
  const costs = instead === undefined ? quote.data : undefined;
  const lost = [...lostBy(open.error), ...(costs?.unavailable ?? [])];
  const unavailable = [...new Map(lost.map((one) => [one.listing, one])).values()];
  const nothingLeft = costs?.lines.length === 0;
  const problem = problemOf(open.error) ?? problemOf(quote.error);
  const faults = (problem?.fields ?? []).map(({ field, problem }) => ({
    field: field.replace(/^.*\./, ""),
    problem,
  }));
  const marked = faults.length > 0 && faults.every(({ field }) => field in typed);
  const faultOf = (field: string): string | undefined =>
    faults.find((fault) => fault.field === field)?.problem ??
    (field === "region" && problem?.rejection?._tag === "RegionRefused" ? problem.detail : undefined);
  const drop = (gone: ReadonlyArray<string>): void => {
    removeFromCart(...gone);
    open.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const address = addressOf(typed, program.country);
    if (address !== undefined && !open.isPending) open.mutate(address);
  };
  return (
    <form className="split" onSubmit={submit}>
      <div>
        <fieldset className="group">
          <legend>{words.who}</legend>
          {signedIn === undefined ? (
            <p className="soft">
              {words.guest} <a href="/account?then=/checkout">{words.signIn}</a>
            </p>
          ) : (
            <p className="soft">{words.member(signedIn.email)}</p>
          )}
          <Field
            label={words.email}
            type="email"
            name="email"
            autoComplete="email"
            required
            readOnly={signedIn?.part === "Member"}
            maxLength={254}
            value={typed.email}
            onChange={({ target }) => set("email", target.value)}
            fault={faultOf("email")}
          />
          <Field
            label={words.name}
            name="buyer"
            autoComplete="name"
            required
            maxLength={100}
            value={typed.buyer}
            onChange={({ target }) => {
              if (typed.name === typed.buyer) set("name", target.value);
              set("buyer", target.value);
            }}
          />
        </fieldset>
        <AddressFields typed={typed} set={set} program={program} faultOf={faultOf} />
      </div>
      <section className="summary" aria-label={words.quote}>
        <h2>{words.quote}</h2>
        {instead === undefined ? (
          costs === undefined ? (
            <SumsBeforeTax pieces={pieces} program={program} />
          ) : nothingLeft ? null : (
            <Sums lines={costs.lines} total={costs.total} currency={costs.currency} />
          )
        ) : (
          <p className="soft">{words.instead}</p>
        )}
        <Unavailable listings={unavailable} without={drop} />
        <Refused error={open.error ?? quote.error} marked={marked} />
        {nothingLeft ? null : (
          <>
            <button type="submit" className="button" aria-disabled={open.isPending}>
              {open.isPending ? words.holding : instead === undefined ? words.hold : words.holdAnew}
            </button>
            <p className="soft">{words.holdNote}</p>
          </>
        )}
        {instead === undefined ? null : <a href={`/checkout/${instead.id}`}>{words.insteadBack}</a>}
      </section>
    </form>
  );
};

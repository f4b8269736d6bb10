import "./checkout.css";
import type { PostalAddress } from "@resale/core";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useDeferredValue } from "react";
import { client, problemOf } from "../api/client.ts";
import { type Listing, type ProgramFacts, useProgram } from "../api/queries.ts";
import { useAttempt } from "../api/useAttempt.ts";
import { removeFromCart } from "../cart/cart.ts";
import { useCartPieces } from "../cart/useCartPieces.ts";
import { Field } from "../design/Field.tsx";
import { navigate } from "../routing/location.ts";
import { useSession } from "../session/session.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { AddressFields } from "./AddressFields.tsx";
import { addressOf, useTyped } from "./address.ts";
import { rememberBuyer } from "./buyer.ts";
import { Refused, Unavailable } from "./Refused.tsx";
import { Sums } from "./Sums.tsx";
import { Unfinished } from "./Unfinished.tsx";
import { words } from "./words.ts";

type Ids = ReadonlyArray<Listing["id"]>;
type Opening = Parameters<typeof client.buying.openCheckout>[0]["payload"];

/** What the pieces cost at an address, asked anew when either changes. */
const useQuote = (listings: Ids, shipTo: PostalAddress | undefined) =>
  useQuery({
    queryKey: ["quote", listings, shipTo?.region, shipTo?.zip],
    queryFn: ({ signal }) =>
      client.buying.quote({ payload: { listings, shipTo: shipTo as PostalAddress }, signal }),
    enabled: shipTo !== undefined && listings.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });

const Form = ({ listings, program }: { readonly listings: Ids; readonly program: ProgramFacts }) => {
  const signedIn = useSession();
  const queries = useQueryClient();
  const [typed, set] = useTyped({ email: signedIn?.email ?? "", buyer: signedIn?.name ?? "" });
  const shipTo = useDeferredValue(addressOf(typed, program.country));
  const quote = useQuote(listings, shipTo);
  const send = useAttempt((payload: Opening, key) => client.buying.openCheckout({ payload, key }));
  const open = useMutation({
    mutationFn: (address: PostalAddress) =>
      send({
        listings,
        email: typed.email.trim() as never,
        name: typed.buyer.trim() || address.name,
        shipTo: address,
      }),
    onSuccess: (checkout) => {
      rememberBuyer(checkout.id, typed.email.trim());
      queries.setQueryData(["checkout", checkout.id], checkout);
      // Whoever goes back comes to the bag, not to a form whose pieces they hold already.
      navigate(`/checkout/${checkout.id}`, { replace: true });
    },
    onError: () => void queries.invalidateQueries({ queryKey: ["listing"] }),
  });
  const problem = problemOf(open.error) ?? problemOf(quote.error);
  const faultOf = (field: string): string | undefined =>
    problem?.fields?.find((fault) => fault.field.split(".").at(-1) === field)?.problem ??
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
        {quote.data === undefined ? (
          <p className="soft">{words.quoteLater}</p>
        ) : (
          <Sums lines={quote.data.lines} total={quote.data.total} currency={quote.data.currency} />
        )}
        <Unavailable listings={quote.data?.unavailable ?? []} without={drop} />
        <Refused error={open.error ?? quote.error} without={drop} />
        <button type="submit" className="button" aria-disabled={open.isPending}>
          {open.isPending ? words.holding : words.hold}
        </button>
        <p className="soft">{words.holdNote}</p>
      </section>
    </form>
  );
};

/** Who buys, where it goes, and what it costs: then everything is held, or nothing (R21). */
const CheckoutPage = () => {
  const { data: program } = useProgram();
  const pieces = useCartPieces();
  const loading = pieces.some(({ listing, gone }) => listing === undefined && gone === undefined);
  if (program === undefined || loading) return <Waiting />;
  const listings = pieces.flatMap(({ listing, gone }) =>
    listing === undefined || gone === "Sold" || gone === "Gone" ? [] : [listing.id],
  );
  return (
    <div className="page checkout">
      <title>{words.title}</title>
      <h1>{words.title}</h1>
      <Unfinished />
      {listings.length === 0 ? (
        <p>
          {words.empty} <a href="/cart">{words.toBag}</a>
        </p>
      ) : (
        <Form listings={listings} program={program} />
      )}
    </div>
  );
};
export default CheckoutPage;

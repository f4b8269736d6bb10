import "./sell.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client, problemOf, wordsOf } from "../api/client.ts";
import { type ListingAnswer, type ProgramFacts, useLiveListing, useProgram } from "../api/queries.ts";
import { Confirmed } from "../design/Confirmed.tsx";
import { usePath } from "../routing/location.ts";
import type { Params } from "../routing/match.ts";
import { Failed } from "../shell/Mishap.tsx";
import { NotFound } from "../shell/NotFound.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { Editor } from "./Editor.tsx";
import { Said } from "./Said.tsx";
import { Standing } from "./Standing.tsx";
import { useListingCommand } from "./useListingCommand.ts";
import { words } from "./words.ts";

const SAVED_AS_TYPED = new Set(["Draft", "ChangesRequested"]);

interface Props {
  readonly answer: ListingAnswer;
  readonly program: ProgramFacts;
}

const Manage = ({ answer, program }: Props) => {
  const { listing } = answer;
  const [editing, setEditing] = useState(false);
  const { data: explanation } = useQuery({
    queryKey: ["selling", "explanation", listing.id, listing.state],
    queryFn: ({ signal }) => client.selling.explainListing({ params: { listing: listing.id }, signal }),
  });
  const withdraw = useListingCommand(listing, (params) => client.selling.withdrawListing({ params }));
  const open = new Set(explanation?.open);
  const isTyped = SAVED_AS_TYPED.has(listing.state);
  return (
    <div className="page narrow manage">
      <title>{listing.title}</title>
      <p className="back">
        <a href="/sell">← {words.back}</a>
      </p>
      <p className="tag">{words.states[listing.state] ?? listing.state}</p>
      <h1>{listing.title}</h1>
      <Standing listing={listing} program={program} />
      {isTyped || editing ? (
        <Editor answer={answer} program={program} done={() => setEditing(false)} />
      ) : (
        <Said listing={listing} program={program} />
      )}
      {withdraw.error === null ? null : <p className="notice bad">{wordsOf(withdraw.error)}</p>}
      <div className="actions">
        {open.has("Edit") && !isTyped && !editing ? (
          <button type="button" className="button quiet" onClick={() => setEditing(true)}>
            {words.change}
          </button>
        ) : null}
        {open.has("Withdraw") ? (
          <Confirmed
            label={words.withdraw}
            title={words.withdrawAsk}
            consequence={<p>{words.withdrawMore}</p>}
            yes={words.withdraw}
            quiet
            disabled={withdraw.isPending}
            onYes={() => withdraw.mutate()}
          />
        ) : null}
      </div>
    </div>
  );
};

/** One listing, for its seller: to be described, submitted, changed, taken back. */
const ManagePage = ({ params }: { readonly params: Params }) => {
  const path = usePath();
  const { data: program } = useProgram();
  const { data: answer, error, refetch } = useLiveListing(params["id"] ?? "");
  const isGone = [400, 401, 404].includes(problemOf(error)?.status ?? 0);
  if (error !== null && !isGone && answer === undefined) return <Failed error={error} again={refetch} />;
  if (isGone || answer?.listing.inside === null) {
    return (
      <NotFound
        title={words.missing}
        more={words.missingMore}
        way={[`/account?then=${encodeURIComponent(path)}`, words.signIn]}
      />
    );
  }
  if (answer === undefined || program === undefined) return <Waiting />;
  return <Manage key={answer.listing.state} answer={answer} program={program} />;
};
export default ManagePage;

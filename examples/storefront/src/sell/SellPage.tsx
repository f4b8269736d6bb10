import "./sell.css";
import { cents, format, messageOf } from "@resale/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { client } from "../api/client.ts";
import { type Answer, type ProgramFacts, useProgram } from "../api/queries.ts";
import { useAttempt } from "../api/useAttempt.ts";
import { day } from "../design/dates.ts";
import { Picture } from "../design/Picture.tsx";
import { navigate } from "../routing/location.ts";
import { useSession } from "../session/session.ts";
import { Failed } from "../shell/Mishap.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { Invitation } from "./Invitation.tsx";
import { words } from "./words.ts";

type Unit = Answer<typeof client.selling.purchases>[number];

const Bought = ({ unit: { line }, program }: { readonly unit: Unit; readonly program: ProgramFacts }) => (
  <>
    <strong>{line.product.name}</strong>
    <small>
      {words.bought(
        day(line.purchasedAt, program.zone),
        line.channel._tag === "Online" ? words.online : line.channel.store,
      )}
      . {words.worth(format(cents(line.product.msrp), program.currency))}.
    </small>
  </>
);

const MyListings = () => {
  const { data } = useQuery({
    queryKey: ["selling", "listings"],
    queryFn: async ({ signal }) =>
      (await client.selling.myListings({ query: { limit: 100 }, signal })).entries,
  });
  const { data: program } = useProgram();
  if (data === undefined || program === undefined) return <Waiting />;
  return (
    <section>
      <h2>{words.listings}</h2>
      {data.length === 0 ? <p className="soft">{words.noListings}</p> : null}
      <ul className="mine">
        {data.map((listing) => (
          <li key={listing.id}>
            <a href={`/sell/${listing.id}`}>
              <Picture id={listing.details.photos[0]?.photo.id ?? null} size="list" alt="" />
              <span className="tag">{words.states[listing.state] ?? listing.state}</span>
              <strong>{listing.title}</strong>
              {listing.price === null ? null : <span>{format(listing.price, program.currency)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Purchases = ({ program }: { readonly program: ProgramFacts }) => {
  const { data, error, refetch } = useQuery({
    queryKey: ["selling", "purchases"],
    queryFn: ({ signal }) => client.selling.purchases({ signal }),
  });
  const send = useAttempt((unit: Unit["unit"], key) =>
    client.selling.startListing({ payload: { unit }, key }),
  );
  const start = useMutation({
    mutationFn: send,
    onSuccess: ({ id }) => navigate(`/sell/${id}`),
  });
  if (error !== null) return <Failed error={error} again={refetch} />;
  if (data === undefined) return <Waiting />;
  const open = data.filter(({ refusal }) => refusal === null);
  const closed = data.filter(({ refusal, listing }) => refusal !== null && listing === null);
  return (
    <>
      <section>
        <h2>{words.canSell}</h2>
        {start.error === null ? null : <Failed error={start.error} />}
        {open.length === 0 ? <p className="soft">{words.nothing}</p> : null}
        <ul className="units">
          {open.map((unit) => (
            <li key={unit.unit}>
              <p>
                <Bought unit={unit} program={program} />
              </p>
              <button
                type="button"
                className="button quiet"
                aria-label={words.startNamed(unit.line.product.name)}
                disabled={start.isPending}
                onClick={() => start.mutate(unit.unit)}
              >
                {words.start}
              </button>
            </li>
          ))}
        </ul>
      </section>
      {closed.length === 0 ? null : (
        <section>
          <h2>{words.cantSell}</h2>
          <ul className="units">
            {closed.map((unit) => (
              <li key={unit.unit}>
                <p>
                  <Bought unit={unit} program={program} />
                  <span className="soft">{unit.refusal === null ? "" : messageOf(unit.refusal)}</span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

/** What somebody may sell of all they ever bought, and what they are selling (R3–R6). */
const SellPage = () => {
  const signedIn = useSession();
  const { data: program } = useProgram();
  if (program === undefined) return <Waiting />;
  if (signedIn?.part !== "Member") return <Invitation program={program} />;
  return (
    <div className="page selling">
      <title>{words.title}</title>
      <h1>{words.title}</h1>
      <p className="soft">{words.share(program.sellerShare / 100)}</p>
      <Purchases program={program} />
      <MyListings />
    </div>
  );
};
export default SellPage;

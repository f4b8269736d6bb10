import "./sell.css";
import { cents, format, messageOf } from "@resale/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { client } from "../api/client.ts";
import { type Answer, type ProgramFacts, useProgram } from "../api/queries.ts";
import { useAttempt } from "../api/useAttempt.ts";
import { day } from "../design/dates.ts";
import { Picture } from "../design/Picture.tsx";
import { navigate, useQueryText } from "../routing/location.ts";
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

/** Refusals that are about whoever sells, not about what they bought: told once for all (R1, R18). */
const OF_SELLER = new Set(["MembershipRequired", "RegionRefused", "Invalid"]);

const isOfSeller = (refusal: Unit["refusal"]): boolean => refusal !== null && OF_SELLER.has(refusal._tag);

const Units = ({
  title,
  units,
  program,
}: {
  readonly title: string;
  readonly units: ReadonlyArray<Unit>;
  readonly program: ProgramFacts;
}) =>
  units.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul className="units">
        {units.map((unit) => (
          <li key={unit.unit}>
            <p>
              <Bought unit={unit} program={program} />
              {unit.refusal === null || isOfSeller(unit.refusal) ? null : (
                <span className="soft">{messageOf(unit.refusal)}</span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
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

const lead = (button: HTMLElement | null): void => button?.focus();

const Purchases = ({ program }: { readonly program: ProgramFacts }) => {
  /** Which of them somebody came for. */
  const wanted = new URLSearchParams(useQueryText()).get("unit");
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
  const unlisted = data.filter(({ refusal, listing }) => refusal !== null && listing === null);
  const barred = unlisted.filter(({ refusal }) => isOfSeller(refusal));
  const closed = unlisted.filter(({ refusal }) => !isOfSeller(refusal));
  const bar = barred[0]?.refusal ?? undefined;
  if (bar !== undefined) {
    return (
      <>
        <div className="notice bad" role="status">
          <h2>{words.barred}</h2>
          <p>{messageOf(bar)}</p>
        </div>
        <Units title={words.otherwise} units={barred} program={program} />
        <Units title={words.cantSell} units={closed} program={program} />
      </>
    );
  }
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
                ref={unit.unit === wanted ? lead : undefined}
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
      <Units title={words.cantSell} units={closed} program={program} />
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

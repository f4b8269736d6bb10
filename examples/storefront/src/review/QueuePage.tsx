import "./queue.css";
import { format } from "@resale/core";
import { type Listing, type ProgramFacts, useProgram } from "../api/queries.ts";
import { Picture } from "../design/Picture.tsx";
import { DeadlineText } from "../design/Reckoning.tsx";
import { navigate } from "../routing/location.ts";
import { Only } from "../session/Only.tsx";
import { Desks } from "../shell/Desks.tsx";
import { Failed } from "../shell/Mishap.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { useQueue } from "./queue.ts";
import { useShortcuts } from "./useShortcuts.ts";
import { words } from "./words.ts";

const Waits = ({ listing, program }: { readonly listing: Listing; readonly program: ProgramFacts }) => {
  const { id, title, details, price, seller, inside } = listing;
  const grade = program.grades.find(({ key }) => key === details.grade)?.label;
  return (
    <a href={`/desk/listing/${id}`}>
      <Picture id={details.photos[0]?.photo.id ?? null} size="list" alt="" eager />
      <span>
        <strong>{title}</strong>
        <small>
          {[seller.name, grade, price === null ? undefined : format(price, program.currency)]
            .filter((part) => part !== undefined)
            .join(" · ")}
        </small>
        {inside?.flags.map((flag) => (
          <b key={flag} className="tag">
            {words.flagged[flag] ?? flag}
          </b>
        ))}
      </span>
      {inside?.reviewBy == null ? null : (
        <span className="when">
          {inside.reviewLate ? <b className="fault">{words.late}</b> : null}
          <small>
            {words.due} <DeadlineText deadline={inside.reviewBy} />
          </small>
        </span>
      )}
    </a>
  );
};

const Queue = () => {
  const { data: program } = useProgram();
  const { data, error, refetch } = useQueue();
  const first = data?.[0];
  useShortcuts({ n: () => (first === undefined ? undefined : navigate(`/desk/listing/${first.id}`)) });
  if (error !== null && data === undefined) return <Failed error={error} again={refetch} />;
  if (data === undefined || program === undefined) return <Waiting />;
  const late = data.filter(({ inside }) => inside?.reviewLate === true).length;
  return (
    <div className="page">
      <title>{words.title}</title>
      <Desks />
      <h1>{words.title}</h1>
      <p role="status">
        {data.length === 0 ? words.empty : words.waiting(data.length)}{" "}
        {late === 0 ? "" : words.lateOnes(late)}
      </p>
      <p className="actions">
        {first === undefined ? null : (
          <a className="button" href={`/desk/listing/${first.id}`}>
            {words.begin}{" "}
            <span className="key" aria-hidden="true">
              N
            </span>
          </a>
        )}
      </p>
      <ol className="queue">
        {data.map((listing) => (
          <li key={listing.id}>
            <Waits listing={listing} program={program} />
          </li>
        ))}
      </ol>
    </div>
  );
};

const QueuePage = () => (
  <Only part="Reviewer" title={words.title} why={words.why}>
    <Queue />
  </Only>
);
export default QueuePage;

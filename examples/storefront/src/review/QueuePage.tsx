import "./review.css";
import { format } from "@resale/core";
import { useProgram } from "../api/queries.ts";
import { Picture } from "../design/Picture.tsx";
import { DeadlineText } from "../design/Reckoning.tsx";
import { Only } from "../session/Only.tsx";
import { Failed } from "../shell/Mishap.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { useQueue } from "./queue.ts";
import { words } from "./words.ts";

const Queue = () => {
  const { data: program } = useProgram();
  const { data, error, refetch } = useQueue();
  if (error !== null) return <Failed error={error} again={refetch} />;
  if (data === undefined || program === undefined) return <Waiting />;
  return (
    <div className="page">
      <title>{words.title}</title>
      <h1>{words.title}</h1>
      <p role="status">{data.length === 0 ? words.empty : words.waiting(data.length)}</p>
      <ol className="queue">
        {data.map(({ id, title, details, price, seller, inside }) => (
          <li key={id}>
            <a href={`/desk/listing/${id}`}>
              <Picture id={details.photos[0]?.photo.id ?? null} size="list" alt="" />
              <span>
                <strong>{title}</strong>
                <small>
                  {seller.name} · {price === null ? "" : format(price, program.currency)}
                </small>
                {inside?.reviewBy == null ? null : (
                  <small>
                    {words.due} <DeadlineText deadline={inside.reviewBy} />{" "}
                    {inside.reviewLate ? <b className="fault">{words.late}</b> : null}
                  </small>
                )}
                {inside?.flags.map((flag) => (
                  <b key={flag} className="tag">
                    {words.flag(flag)}
                  </b>
                ))}
              </span>
            </a>
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

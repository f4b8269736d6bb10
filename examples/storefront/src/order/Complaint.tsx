import { type Order, useProgram } from "../api/queries.ts";
import { Picture } from "../design/Picture.tsx";
import { DeadlineText, Reckoning } from "../design/Reckoning.tsx";
import { words } from "./words.ts";

/** A dispute: what was said, until when it is decided, and how it was (R44, R45). */
export const Complaint = ({ order }: { readonly order: Order }) => {
  const { data: program } = useProgram();
  const { dispute, decideBy, decision } = order;
  if (dispute === null) return null;
  const kind = program?.disputeKinds.find(({ key }) => key === dispute.kind)?.label ?? dispute.kind;
  const said = order.seller === null ? words.youSaid : words.said;
  return (
    <section>
      <h2>
        {said}: {kind}
      </h2>
      <blockquote>{dispute.text}</blockquote>
      {dispute.photos.length === 0 ? null : (
        <div className="slots">
          {dispute.photos.map((photo) => (
            <Picture key={photo} id={photo} size="detail" alt={said} />
          ))}
        </div>
      )}
      {decideBy === null ? null : (
        <>
          <p>
            {words.decideBy} <DeadlineText deadline={decideBy} />
          </p>
          <Reckoning deadline={decideBy} />
        </>
      )}
      {decideBy === null || order.seller === null || program === undefined || order.desk !== null ? null : (
        <p>
          {words.answer}{" "}
          <a href={`mailto:${program.contact}?subject=${encodeURIComponent(words.answerSubject(order.id))}`}>
            {program.contact}
          </a>
          .
        </p>
      )}
      {decision === null ? null : (
        <p className="notice">
          <strong>{words.decision}:</strong> {decision}
        </p>
      )}
    </section>
  );
};

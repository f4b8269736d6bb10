import type { client } from "../api/client.ts";
import type { Answer } from "../api/queries.ts";
import { dayAndTime } from "../design/dates.ts";
import { shortOf } from "../design/shortOf.ts";
import { spaced } from "../design/spaced.ts";
import type { Session } from "../session/session.ts";
import { words } from "./words.ts";

interface Props {
  readonly happened: Answer<typeof client.sandbox.advance>["happened"];
  readonly zone: string;
  /** What whoever looks may open. */
  readonly part: Session["part"] | undefined;
}

const pageOf = (kind: string, id: string, part: Props["part"]): string | undefined => {
  if (kind === "listing") return part === "Reviewer" ? `/desk/listing/${id}` : undefined;
  if (part !== "Support") return kind === "order" && part === "Member" ? `/orders/${id}` : undefined;
  return kind === "order" || kind === "checkout" ? `/desk/${kind}/${id}` : undefined;
};

const Subject = ({
  kind,
  id,
  part,
}: { readonly kind: string; readonly id: string } & Pick<Props, "part">) => {
  const href = pageOf(kind, id, part);
  const name = (
    <>
      {kind} <small>{shortOf(id)}</small>
    </>
  );
  return href === undefined ? name : <a href={href}>{name}</a>;
};

/** All events of a leap in time, in their order. */
export const Happened = ({ happened, zone, part }: Props) => (
  <section>
    <h2>{words.happened}</h2>
    {happened.length === 0 ? null : <p className="soft">{words.count(happened.length)}</p>}
    {happened.length === 0 ? <p>{words.nothingHappened}</p> : null}
    {happened.length === 0 ? null : (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard
      <section className="scroll" aria-label={words.happened} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.of}</th>
              <th scope="col">{words.because}</th>
            </tr>
          </thead>
          <tbody>
            {happened.map(({ position, at, event, subject, cause }) => (
              <tr key={`${position}.${subject.id}.${event}`}>
                <td>{dayAndTime(at, zone)}</td>
                <td>{spaced(event)}</td>
                <td>
                  <Subject kind={subject.kind} id={subject.id} part={part} />
                </td>
                <td>{cause === "SameCommand" ? "" : spaced(cause)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    )}
  </section>
);

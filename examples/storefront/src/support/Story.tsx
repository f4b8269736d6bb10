import type { client } from "../api/client.ts";
import { useNow } from "../api/clock.ts";
import type { Answer, ProgramFacts } from "../api/queries.ts";
import { dayAndTime, fromNow } from "../design/dates.ts";
import { spaced } from "../design/spaced.ts";
import { mailName, tagOf, tell } from "./events/words.ts";
import { words } from "./words.ts";

export type StoryAnswer = Answer<typeof client.support.story>;
type Event = StoryAnswer["events"][number];

interface Props {
  readonly events: ReadonlyArray<Event>;
  readonly currency: StoryAnswer["order"]["currency"];
  readonly program: ProgramFacts;
}

const causeOf = ({ cause }: Event): string => {
  if (cause._tag === "Timer") return spaced(cause.timer).toLowerCase();
  return cause._tag === "Command" ? spaced(tagOf(cause.command)).toLowerCase() : "";
};

const nameOf = ({ actor }: Event): string => {
  const name = words.by[actor._tag] ?? actor._tag;
  if ("email" in actor) return `${name} ${actor.email}`;
  return "id" in actor ? `${name} ${actor.id}` : name;
};

/** Everything that has happened, told in sentences, in its order; each opens to its data (R55). */
export const Events = ({ events, currency, program }: Props) => {
  const ordered = events.toSorted((one, other) => one.at - other.at || one.position - other.position);
  return (
    <section>
      <h2>{words.story}</h2>
      <ol className="events">
        {ordered.map((event) => (
          <li key={`${event.subject.kind}.${event.version}`}>
            <details>
              <summary>
                {tell(event.event, currency)}
                <small>
                  {[dayAndTime(event.at, program.zone), nameOf(event), causeOf(event)]
                    .filter((part) => part !== "")
                    .join(" · ")}
                </small>
              </summary>
              <pre>{JSON.stringify(event.event, null, 2)}</pre>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
};

type TaskAnswer = StoryAnswer["tasks"][number];

/** One side effect, how often it was tried, and why it did not work the last time. */
export const TaskLine = ({ task }: { readonly task: TaskAnswer }) => {
  const now = useNow(60_000);
  const mail = "mail" in task.task ? `: ${mailName(task.task.mail)}` : "";
  return (
    <p>
      <strong>
        {spaced(task.task._tag)}
        {mail}
      </strong>{" "}
      <small>
        {words.status[task.status] ?? task.status} · {words.attempts(task.attempts)}
        {task.status === "Waiting" ? ` · ${words.nextTry(fromNow(task.dueAt, now))}` : ""}
      </small>
      {task.lastError === null ? null : <small className="fault">{task.lastError}</small>}
    </p>
  );
};

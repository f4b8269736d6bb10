import { cents, format } from "@resale/core";
import type { client } from "../api/client.ts";
import type { Answer, ProgramFacts } from "../api/queries.ts";
import { dayAndTime } from "../design/dates.ts";
import { spaced } from "../design/spaced.ts";
import { words } from "./words.ts";

export type StoryAnswer = Answer<typeof client.support.story>;
type Event = StoryAnswer["events"][number];

interface Props {
  readonly story: StoryAnswer;
  readonly program: ProgramFacts;
}

const tagOf = (value: unknown): string =>
  typeof value === "object" && value !== null && "_tag" in value ? spaced(String(value._tag)) : "";

const causeOf = ({ cause }: Event): string => {
  if (cause._tag === "Timer") return cause.timer;
  return cause._tag === "Command" ? tagOf(cause.command) : "";
};

const nameOf = (actor: Event["actor"]): string => {
  if ("email" in actor) return `${actor._tag} ${actor.email}`;
  return "id" in actor ? `${actor._tag} ${actor.id}` : actor._tag;
};

const Events = ({ story, program }: Props) => {
  const events = [...story.payment, ...story.events].sort(
    (one, other) => one.at - other.at || one.position - other.position,
  );
  return (
    <ol className="events">
      {events.map((event) => (
        <li key={`${event.subject.kind}.${event.version}`}>
          <p>
            <strong>{tagOf(event.event)}</strong> <small>{dayAndTime(event.at, program.zone)}</small>
          </p>
          <p>
            <small>
              {nameOf(event.actor)} {causeOf(event) === "" ? "" : `· ${causeOf(event)}`}
            </small>
          </p>
          <details>
            <summary>{words.details}</summary>
            <pre>{JSON.stringify(event.event, null, 2)}</pre>
          </details>
        </li>
      ))}
    </ol>
  );
};

/** The whole story of an order: its facts, its money, its side effects (R53, R55). */
export const Story = ({ story, program }: Props) => (
  <>
    <section>
      <h2>{words.story}</h2>
      <Events story={story} program={program} />
    </section>
    <section>
      <h2>{words.money}</h2>
      {story.journal.length === 0 ? <p className="soft">{words.moneyNone}</p> : null}
      <dl className="sums">
        {story.journal.map(({ version, account, amount }) => (
          <div key={`${version}.${account}.${amount}`}>
            <dt>
              {spaced(account)} <small>#{version}</small>
            </dt>
            <dd>{format(cents(amount), program.currency)}</dd>
          </div>
        ))}
      </dl>
    </section>
    <section>
      <h2>{words.effects}</h2>
      {story.tasks.length === 0 ? <p className="soft">{words.effectsNone}</p> : null}
      <ul className="todo">
        {story.tasks.map(({ key, task, status, attempts, lastError }) => (
          <li key={key}>
            <p>
              <strong>{spaced(task._tag)}</strong> <small>{"mail" in task ? spaced(task.mail) : ""}</small>
              <small>
                {" "}
                {status} · {words.attempts(attempts)} {lastError ?? ""}
              </small>
            </p>
          </li>
        ))}
      </ul>
    </section>
  </>
);

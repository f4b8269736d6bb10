import { useQuery } from "@tanstack/react-query";
import { client } from "../api/client.ts";
import { useNow } from "../api/clock.ts";
import { fromNow } from "../design/dates.ts";
import { Failed } from "../shell/Mishap.tsx";
import { words } from "./words.ts";

const MINUTE = 60_000;

/** Everything that waits for an operator, the oldest first. */
export const OperatorTasks = () => {
  const now = useNow(MINUTE);
  const { data, error, refetch } = useQuery({
    queryKey: ["support", "operatorTasks"],
    queryFn: ({ signal }) => client.support.operatorTasks({ query: { limit: 100 }, signal }),
    refetchInterval: 30_000,
  });
  return (
    <section>
      <h2>{words.tasks}</h2>
      {error === null ? null : <Failed error={error} again={refetch} />}
      {data?.length === 0 ? <p className="soft">{words.tasksNone}</p> : null}
      <ul className="todo">
        {data?.map(({ task, since, kind, subject, title }) => (
          <li key={`${task}.${subject}`}>
            <a href={`/desk/${kind}/${subject}`}>
              <strong>{words.task[task] ?? task}</strong>
              <span>{title}</span>
              <span className="rule">{words.rule[task]}</span>
              <small>{words.since(fromNow(since, now))}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};

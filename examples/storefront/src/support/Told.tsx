import { useQuery } from "@tanstack/react-query";
import { client } from "../api/client.ts";
import type { Answer, Order } from "../api/queries.ts";
import { Confirmed } from "../design/Confirmed.tsx";
import { Failed } from "../shell/Mishap.tsx";
import { TaskLine } from "./Story.tsx";
import { useSupport } from "./useSupport.ts";
import { words } from "./words.ts";

type TaskAnswer = Answer<typeof client.support.webhooks>[number];

const titleOf = ({ task }: TaskAnswer): string => {
  if (task._tag === "ReceiveScans") return words.scans(task.scans.length, task.carrier);
  return task._tag === "ReceiveChargeback" ? words.payment(task.provider, task.outcome) : task._tag;
};

/** A task with its last error, and the way to have it tried again where it was given up. */
export const TaskItem = ({ task, title }: { readonly task: TaskAnswer; readonly title?: string }) => {
  const repeat = useSupport(() => client.support.repeatTask({ payload: { key: task.key } }));
  return (
    <li>
      {title === undefined ? null : <p>{title}</p>}
      <TaskLine task={task} />
      {task.status === "Parked" ? (
        <Confirmed
          label={words.repeat}
          title={words.repeatAsk}
          consequence={<p>{words.repeatMore}</p>}
          yes={words.repeat}
          quiet
          disabled={repeat.isPending}
          onYes={() => repeat.mutate()}
        />
      ) : null}
    </li>
  );
};

/** The side effects of something, each with how far it has come. */
export const Effects = ({ tasks }: { readonly tasks: ReadonlyArray<TaskAnswer> }) => (
  <section>
    <h2>{words.effects}</h2>
    {tasks.length === 0 ? <p className="soft">{words.effectsNone}</p> : null}
    <ul className="todo">
      {tasks.map((task) => (
        <TaskItem key={task.key} task={task} />
      ))}
    </ul>
  </section>
);

/** What carriers and the card provider told by themselves: taken down, waiting, done or given up (R37). */
export const Told = ({ id }: { readonly id: Order["id"] }) => {
  const { data, error, refetch } = useQuery({
    queryKey: ["support", "webhooks", id],
    queryFn: ({ signal }) => client.support.webhooks({ params: { order: id }, signal }),
  });
  return (
    <section>
      <h2>{words.told}</h2>
      {error === null ? null : <Failed error={error} again={refetch} />}
      {data?.length === 0 ? <p className="soft">{words.toldNone}</p> : null}
      <ul className="todo">
        {data?.map((task) => (
          <TaskItem key={task.key} task={task} title={titleOf(task)} />
        ))}
      </ul>
    </section>
  );
};

import { useQuery } from "@tanstack/react-query";
import { client } from "../api/client.ts";
import { Failed } from "../shell/Mishap.tsx";
import { TaskItem } from "./Told.tsx";
import { words } from "./words.ts";

/** Side effects that were tried in vain until they were given up. */
export const ParkedTasks = () => {
  const { data, error, refetch } = useQuery({
    queryKey: ["support", "parked"],
    queryFn: async ({ signal }) =>
      (await client.support.listTasks({ query: { status: "Parked", limit: 100 }, signal })).entries,
  });
  return (
    <section>
      <h2>{words.parked}</h2>
      {error === null ? null : <Failed error={error} again={refetch} />}
      {data?.length === 0 ? <p className="soft">{words.parkedNone}</p> : null}
      <ul className="todo">
        {data?.map((task) => (
          <TaskItem key={task.key} task={task} />
        ))}
      </ul>
    </section>
  );
};

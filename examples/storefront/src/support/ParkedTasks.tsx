import { useQuery } from "@tanstack/react-query";
import { client, wordsOf } from "../api/client.ts";
import { Confirmed } from "../design/Confirmed.tsx";
import { spaced } from "../design/spaced.ts";
import { useSupport } from "./useSupport.ts";
import { words } from "./words.ts";

/** Side effects that were tried in vain until they were given up. */
export const ParkedTasks = () => {
  const { data } = useQuery({
    queryKey: ["support", "parked"],
    queryFn: async ({ signal }) =>
      (await client.support.listTasks({ query: { status: "Parked", limit: 100 }, signal })).entries,
  });
  const repeat = useSupport((key: string) => client.support.repeatTask({ payload: { key } }));
  return (
    <section>
      <h2>{words.parked}</h2>
      {data?.length === 0 ? <p className="soft">{words.parkedNone}</p> : null}
      {repeat.error === null ? null : (
        <p className="notice bad" role="alert">
          {wordsOf(repeat.error)}
        </p>
      )}
      <ul className="todo">
        {data?.map(({ key, task, attempts, lastError }) => (
          <li key={key}>
            <p>
              <strong>{spaced(task._tag)}</strong>{" "}
              <small>
                {words.attempts(attempts)} · {lastError}
              </small>
            </p>
            <Confirmed
              label={words.repeat}
              title={words.repeatAsk}
              consequence={<p>{words.repeatMore}</p>}
              yes={words.repeat}
              quiet
              onYes={() => repeat.mutate(key)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
};

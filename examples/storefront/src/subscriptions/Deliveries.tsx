import { useQuery } from "@tanstack/react-query";
import { client } from "../api/client.ts";
import { dayAndTime } from "../design/dates.ts";
import { shortOf } from "../design/shortOf.ts";
import { Failed } from "../shell/Mishap.tsx";
import { type Subscription, subscriptionWords as words } from "./words.ts";

/** How far a receiver has come with each subject, and what it answered last. */
export const Deliveries = ({ id, zone }: { readonly id: Subscription["id"]; readonly zone: string }) => {
  const { data, error, refetch } = useQuery({
    queryKey: ["support", "deliveries", id],
    queryFn: ({ signal }) =>
      client.subscriptions.deliveries({
        params: { subscription: id },
        query: { limit: 50, show: "all" },
        signal,
      }),
    refetchInterval: 10_000,
  });
  if (error !== null) return <Failed error={error} again={refetch} />;
  if (data === undefined) return null;
  if (data.entries.length === 0) return <p className="soft">{words.deliveriesNone}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard
    <section className="scroll" aria-label={words.deliveries} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {[words.subject, words.heard, words.failed, words.last, words.next].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.entries.map(({ subject, heard, wanted, failures, last, dueAt }) => (
            <tr key={subject.kind + subject.id}>
              <td>
                {subject.kind} <small>{shortOf(subject.id)}</small>
              </td>
              <td>
                {heard} / {wanted}
              </td>
              <td>{failures}</td>
              <td>{last === null ? "" : `${words.answer(last.answer)}, ${dayAndTime(last.at, zone)}`}</td>
              <td>{dueAt === null ? "" : dayAndTime(dueAt, zone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

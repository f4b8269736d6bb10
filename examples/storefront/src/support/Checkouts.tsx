import type { Email } from "@resale/core";
import { useQuery } from "@tanstack/react-query";
import { client } from "../api/client.ts";
import type { ProgramFacts } from "../api/queries.ts";
import { dayAndTime } from "../design/dates.ts";
import { Failed } from "../shell/Mishap.tsx";
import { words } from "./words.ts";

interface Props {
  readonly email: Email;
  readonly program: ProgramFacts;
}

/** What somebody went to pay for without an order coming of it: their hold ended, or they let go (R21). */
export const Checkouts = ({ email, program }: Props) => {
  const { data, error } = useQuery({
    queryKey: ["support", "checkouts", email],
    queryFn: async ({ signal }) =>
      (await client.support.findCheckouts({ payload: { email, limit: 50 }, signal })).entries,
    retry: false,
  });
  if (error !== null) return <Failed error={error} />;
  const open = data?.filter(({ state }) => state !== "Placed") ?? [];
  if (open.length === 0) return null;
  return (
    <>
      <h3>{words.checkoutsFound}</h3>
      <p className="soft">{words.checkoutsMore}</p>
      <div className="scroll">
        <table className="found">
          <thead>
            <tr>
              <th scope="col">{words.pieces}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.moneyIs}</th>
              <th scope="col">{words.opened}</th>
            </tr>
          </thead>
          <tbody>
            {open.map(({ id, lines, state, money, openedAt }) => (
              <tr key={id}>
                <td>
                  <a href={`/desk/checkout/${id}`}>{lines.map(({ title }) => title).join(", ")}</a>
                </td>
                <td>{words.checkoutStates[state]}</td>
                <td>{words.moneyOf[money]}</td>
                <td>{dayAndTime(openedAt, program.zone)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

import "./account.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { navigate, useQueryText } from "../routing/location.ts";
import { listPeople, type Person, tokenOf } from "../sandbox/control.ts";
import { type Session, setSession, useSession } from "../session/session.ts";
import { Failed } from "../shell/Mishap.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { words } from "./words.ts";

const homeOf = { Member: "/sell", Reviewer: "/desk/review", Support: "/desk/support" } as const;

/** Only ways within the shop: a link can't send somebody elsewhere by way of the sign-in. */
const wayOn = (query: string, part: Person["part"]): string => {
  const then = new URLSearchParams(query).get("then") ?? "";
  return /^\/[^/\\]/.test(then) ? then : homeOf[part];
};

const People = ({ people }: { readonly people: ReadonlyArray<Person> }) => {
  const query = useQueryText();
  const signIn = useMutation({
    mutationFn: async (person: Person) => ({ token: await tokenOf(person.email), person }),
    onSuccess: ({ token, person: { name, email, part } }) => {
      setSession({ token, name, email, part });
      navigate(wayOn(query, part));
    },
  });
  const groups = [
    [words.members, words.membersMore, people.filter(({ part }) => part === "Member")],
    [words.staff, words.staffMore, people.filter(({ part }) => part !== "Member")],
  ] as const;
  return (
    <>
      {signIn.error === null ? null : <Failed error={signIn.error} />}
      {groups.map(([title, more, group]) => (
        <section key={title}>
          <h2>{title}</h2>
          <p className="soft">{more}</p>
          <ul className="people">
            {group.map((person) => (
              <li key={person.email}>
                <button type="button" onClick={() => signIn.mutate(person)}>
                  <strong>{person.name}</strong>
                  <span>{person.about}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};

const waysOf = (part: Session["part"]) =>
  ({
    Member: [
      ["/sell", words.sell],
      ["/orders", words.orders],
    ],
    Reviewer: [["/desk/review", words.review]],
    Support: [["/desk/support", words.support]],
  })[part];

/** Who somebody is here. A real shop has a sign-in of its own. */
const AccountPage = () => {
  const signedIn = useSession();
  const hasExpired = new URLSearchParams(useQueryText()).has("expired");
  const {
    data: people,
    error,
    refetch,
  } = useQuery({
    queryKey: ["people"],
    queryFn: listPeople,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <div className="page account">
      <title>{words.title}</title>
      {signedIn === undefined ? (
        <>
          <h1>{words.title}</h1>
          {hasExpired ? (
            <p className="notice" role="alert">
              {words.expired}
            </p>
          ) : null}
          <p>{words.lead}</p>
        </>
      ) : (
        <>
          <h1>{words.signedIn(signedIn.name)}</h1>
          <p className="soft">{signedIn.email}</p>
          <p className="actions">
            {waysOf(signedIn.part).map(([href, label]) => (
              <a key={href} className="button" href={href}>
                {label}
              </a>
            ))}
            <button type="button" className="button quiet" onClick={() => setSession(undefined)}>
              {words.signOut}
            </button>
          </p>
          <h2 className="change">{words.change}</h2>
        </>
      )}
      {error === null ? null : <Failed error={error} again={refetch} />}
      {people === undefined ? <Waiting /> : <People people={people} />}
      <p className="soft">{words.real}</p>
    </div>
  );
};
export default AccountPage;

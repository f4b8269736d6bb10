import { useClock } from "../api/clock.ts";
import { usePath } from "../routing/location.ts";
import { type Session, useSession } from "../session/session.ts";
import { words } from "./words.ts";

type Desk = readonly [href: string, label: string];

const desksOf: Readonly<Record<Session["part"], ReadonlyArray<Desk>>> = {
  Member: [],
  Reviewer: [
    ["/desk/review", words.review],
    ["/desk/figures", words.figures],
  ],
  Support: [
    ["/desk/support", words.support],
    ["/desk/figures", words.figures],
    ["/desk/subscriptions", words.subscriptions],
  ],
};

/** From one desk to the next, for whoever works at some. */
export const Desks = () => {
  const signedIn = useSession();
  const path = usePath();
  const { data: clock } = useClock();
  const own = signedIn === undefined ? [] : desksOf[signedIn.part];
  if (own.length === 0) return null;
  const all: ReadonlyArray<Desk> = clock?.settable === true ? [...own, ["/time", words.timeMachine]] : own;
  return (
    <nav className="desks" aria-label={words.desks}>
      {all.map(([href, label]) => (
        <a key={href} href={href} aria-current={path === href ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
};

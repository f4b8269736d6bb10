import type { ReactNode } from "react";
import { usePath } from "../routing/location.ts";
import { words } from "../shell/words.ts";
import { type Session, useSession } from "./session.ts";

interface Props {
  readonly part: Session["part"];
  readonly title: string;
  readonly why: string;
  readonly children: ReactNode;
}

/** A page for one kind of people; everybody else is told for whom it is, and where to sign in. */
export const Only = ({ part, title, why, children }: Props) => {
  const signedIn = useSession();
  const path = usePath();
  if (signedIn?.part === part) return children;
  return (
    <section className="page narrow">
      <title>{title}</title>
      <h1>{title}</h1>
      <p>{why}</p>
      <p>
        <a className="button" href={`/account?then=${encodeURIComponent(path)}`}>
          {words.signIn}
        </a>
      </p>
    </section>
  );
};

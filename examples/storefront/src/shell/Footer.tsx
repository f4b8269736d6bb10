import { useClock, useNow } from "../api/clock.ts";
import { useProgram } from "../api/queries.ts";
import { dayAndTime } from "../design/dates.ts";
import { words } from "./words.ts";

const MINUTE = 60_000;

export const Footer = () => {
  const { data: program } = useProgram();
  const { data: clock } = useClock();
  const now = useNow(MINUTE);
  return (
    <footer className="footer">
      <ul className="promises">
        {words.promise.map(([title, more]) => (
          <li key={title}>
            <strong>{title}</strong>
            <span>{more}</span>
          </li>
        ))}
      </ul>
      <p>
        {program === undefined ? null : <a href={`mailto:${program.contact}`}>{program.contact}</a>}
        {clock?.settable === true && program !== undefined ? (
          <>
            <span>{words.clock(dayAndTime(now, program.zone))}</span>
            <a href="/time">{words.timeMachine}</a>
            <a href="/mails">{words.mails}</a>
            <a href="/docs">{words.api}</a>
          </>
        ) : null}
      </p>
    </footer>
  );
};

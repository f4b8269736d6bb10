import { useNow } from "../api/clock.ts";
import { words } from "./words.ts";

const MINUTE = 60_000;
const SPOKEN = new Set([10, 5, 2, 1]);

/** The hold's time, counting down; said aloud now and then, not every second. */
export const TimeLeft = ({ until }: { readonly until: number }) => {
  const left = Math.max(0, until - useNow());
  const minutes = Math.floor(left / MINUTE);
  const whole = Math.ceil(left / MINUTE);
  return (
    <div className="timeleft">
      <span>{words.heldFor}</span>
      <strong role="timer" aria-live="off">
        {words.left(minutes, Math.floor((left % MINUTE) / 1000))}
      </strong>
      <span className="unseen" role="status">
        {SPOKEN.has(whole) ? words.leftSpoken(whole) : ""}
      </span>
    </div>
  );
};

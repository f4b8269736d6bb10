import type { Deadline } from "@resale/core";
import { useNow } from "../api/clock.ts";
import { useProgram } from "../api/queries.ts";
import { civilDay, dayAndTime, fromNow, longDay, placeOf } from "./dates.ts";
import { words } from "./words.ts";

const MINUTE = 60_000;
const UTC = "UTC";

const whyOf = (why: { readonly _tag: string; readonly name?: string }): string =>
  why._tag === "Weekend" ? words.weekend : (why.name ?? "");

/**
 * A deadline as people say it: a business deadline is the end of a day, any other a moment; by the clock of the
 * marketplace, as its mails tell it (R30, R40).
 */
export const DeadlineText = ({ deadline }: { readonly deadline: Deadline }) => {
  const { data: program } = useProgram();
  const { at, reckoning } = deadline;
  const now = useNow(MINUTE);
  const zone = reckoning._tag === "BusinessDays" ? reckoning.zone : (program?.zone ?? UTC);
  const when = reckoning._tag === "BusinessDays" ? words.endOf(longDay(at - 1, zone)) : dayAndTime(at, zone);
  return (
    <>
      <time dateTime={new Date(at).toISOString()}>{words.inZone(when, placeOf(zone))}</time>{" "}
      <small>({fromNow(at, now)})</small>
    </>
  );
};

/** A deadline that explains itself: each day that counts, and each that does not, with its reason (R30). */
export const Reckoning = ({ deadline }: { readonly deadline: Deadline }) => {
  const { data: program } = useProgram();
  const { reckoning } = deadline;
  const zone = program?.zone ?? UTC;
  return (
    <details className="reckoning">
      <summary>{words.how}</summary>
      {reckoning._tag === "Elapsed" ? (
        <p>
          {words.elapsed(
            Math.round(reckoning.milliseconds / 3_600_000),
            words.inZone(dayAndTime(reckoning.from, zone), placeOf(zone)),
          )}
        </p>
      ) : (
        <>
          <p>{words.counted(reckoning.days, longDay(reckoning.from, reckoning.zone))}</p>
          <dl>
            <div>
              <dt>{words.days}</dt>
              <dd>{reckoning.counted.map((date) => civilDay(date)).join(", ")}</dd>
            </div>
            {reckoning.skipped.length === 0 ? null : (
              <div>
                <dt>{words.skipped}</dt>
                <dd>
                  {reckoning.skipped.map(({ date, why }) => `${civilDay(date)} (${whyOf(why)})`).join(", ")}
                </dd>
              </div>
            )}
          </dl>
        </>
      )}
    </details>
  );
};

import { type Instant, instant } from "@resale/core";
import { DateTime, Option } from "effect";

/** The instant at which clocks in a zone show a local time such as `2026-03-08T09:30:00`; nothing, if that is no time. */
export const localTime = (text: string, zone: string): Instant | undefined => {
  const parts = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?$/.exec(text);
  if (parts === null) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  // The calendar would carry a thirteenth month over into the next year.
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59)
    return undefined;
  const millisecond = Number((parts[7] ?? "0").padEnd(3, "0").slice(0, 3));
  const moment = DateTime.makeZoned(
    { year, month, day, hour, minute, second, millisecond },
    { timeZone: zone, adjustForTimeZone: true },
  );
  return Option.isSome(moment) ? instant(DateTime.toEpochMillis(moment.value)) : undefined;
};

import { HOUR } from "@resale/core";
import { Clock, Effect } from "effect";
import type { Gate, Sayings } from "../remote/Exchange.ts";

/** Which of the USPS's APIs a request is to: each has its own quota. */
const apiOf = (url: string): string => new URL(url).pathname.split("/")[1] ?? "";

/**
 * No more calls an hour than the USPS allows, for each of its APIs, and none before it wants to hear from us again. What is
 * not asked is told when it may be: a call beyond the quota would be refused, and count. Each process counts its own.
 */
export const makeQuota = (says: Sayings, callsPerHour: number): Gate => {
  const calls = new Map<string, Array<number>>();
  const closed = new Map<string, number>();
  return {
    pass: ({ url }) =>
      Effect.flatMap(Clock.currentTimeMillis, (now) => {
        const api = apiOf(url);
        const recent = (calls.get(api) ?? []).filter((at) => at > now - HOUR);
        calls.set(api, recent);
        const until = closed.get(api) ?? now;
        if (until > now)
          return Effect.fail(says.unavailable(`${api}: not before it wants to be asked`, until - now));
        const [first] = recent;
        if (first !== undefined && recent.length >= callsPerHour) {
          return Effect.fail(
            says.unavailable(`${api}: ${callsPerHour} calls an hour are used up`, first + HOUR - now),
          );
        }
        recent.push(now);
        return Effect.void;
      }),
    close: ({ url }, milliseconds) =>
      Effect.map(Clock.currentTimeMillis, (now) => {
        closed.set(apiOf(url), now + milliseconds);
      }),
  };
};

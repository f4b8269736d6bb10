import { type Refused, refused } from "../server/Refused.ts";

/** Somebody asks more than they may. */
export class TooManyRequests extends Error {
  override readonly name = "TooManyRequests";
  readonly code = "TOO_MANY_REQUESTS";
  readonly statusCode = 429;
  /** After how many seconds there is a new budget. */
  readonly seconds: number;

  constructor(seconds: number) {
    super(`ask again in ${seconds} seconds`);
    this.seconds = seconds;
  }
}

/** The same, as HTTP says it. */
export const tooMany = (seconds: number): Refused =>
  refused(
    "TooManyRequests",
    `That is more than anybody may ask in a minute. Ask again in ${seconds} seconds.`,
    { headers: { "retry-after": `${seconds}` } },
  );

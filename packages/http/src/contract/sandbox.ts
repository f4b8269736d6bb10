import { DAY, Instant, SubjectRef } from "@resale/core";
import { Schema } from "effect";
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api";
import { readProblems, writeProblems } from "./Problem.ts";
import { writeHeaders } from "./requests.ts";

/** Something that happened, without what it says of people. */
export const Happening = Schema.Struct({
  position: Schema.Int,
  at: Instant,
  subject: SubjectRef,
  version: Schema.Int,
  event: Schema.String,
  actor: Schema.String,
  /** The command's or the timer's name. */
  cause: Schema.String,
});

/** Where the clock stands, and when something is next due by itself. */
export const ClockView = Schema.Struct({ now: Instant, next: Schema.NullOr(Instant) });

/** How far the clock is set forward at once, in milliseconds: ten years, in which a shop comes to rest within seconds. */
export const LONGEST_JUMP = 3660 * DAY;

/** Never back, and never further than that. */
const Milliseconds = Schema.Int.check(
  Schema.isBetween({ minimum: 0, maximum: LONGEST_JUMP }, { expected: "0 to 316224000000 milliseconds" }),
);

export const Advance = Schema.TaggedUnion({
  By: { milliseconds: Milliseconds },
  To: { moment: Instant },
  ToNext: {},
});

/** Where the clock stands now, and what happened on the way. */
export const Advanced = Schema.Struct({ ...ClockView.fields, happened: Schema.Array(Happening) });

/** The time machine of a shop that is tried out (R59); never there together with real providers. */
export const sandbox = HttpApiGroup.make("sandbox").add(
  HttpApiEndpoint.get("clock", "/sandbox/clock", { success: ClockView, error: readProblems }),
  HttpApiEndpoint.post("advance", "/sandbox/clock", {
    headers: writeHeaders,
    payload: Advance,
    success: Advanced,
    error: writeProblems,
  }),
);

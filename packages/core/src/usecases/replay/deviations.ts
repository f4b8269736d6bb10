import type { Tagged } from "../../lifecycle/Machine.ts";
import type { Difference, Replay } from "../../lifecycle/replay.ts";
import { Cents } from "../../money/Money.ts";
import { SaleTerms } from "../../order/Order.ts";
import type { Program } from "../../program/Program.ts";

/**
 * One way in which what comes out under another Program is another: the life ends elsewhere, a command is refused that was
 * taken, or a field is another. Each names no subject, so that many subjects deviate in the same way.
 */
export type Deviation =
  | { readonly _tag: "Outcome"; readonly stored: string; readonly replayed: string }
  | { readonly _tag: "Refused"; readonly command: string; readonly because: string }
  | { readonly _tag: "Field"; readonly path: string };

/** A deviation as one subject shows it. */
export interface Deviated {
  readonly deviation: Deviation;
  readonly stored: unknown;
  readonly replayed: unknown;
  /** How much more would have come out, for the amounts of the terms (R12, R46). */
  readonly cents: number | null;
}

const NOTHING = "Nothing";

const amounts = new Set(
  Object.entries(SaleTerms.fields)
    .filter(([, field]) => field === Cents)
    .map(([name]) => `terms.${name}`),
);

const within = (state: unknown, path: ReadonlyArray<string>): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    state,
  );

/** A deadline is one thing: its moment tells of it, its reckoning does not. */
const deadlineIn = (state: unknown, path: ReadonlyArray<string>): ReadonlyArray<string> | undefined => {
  for (let length = 1; length < path.length; length++) {
    const value = within(state, path.slice(0, length));
    if (typeof value === "object" && value !== null && "reckoning" in value) return path.slice(0, length);
  }
  return;
};

const centsOf = (path: string, { stored, replayed }: Difference): number | null =>
  amounts.has(path) && typeof stored === "number" && typeof replayed === "number" ? replayed - stored : null;

const isPlace = (key: string): boolean => /^\d+$/.test(key);

const fieldOf = (difference: Difference, { stored, replayed }: Replay<Tagged>): Deviated => {
  const keys = difference.path.split(".");
  const deadline = deadlineIn(stored, keys);
  const field = deadline ?? keys;
  const path = field.map((key) => (isPlace(key) ? "*" : key)).join(".");
  const seen = deadline === undefined ? keys : [...deadline, "at"];
  return {
    deviation: { _tag: "Field", path },
    stored: within(stored, seen) ?? null,
    replayed: within(replayed, seen) ?? null,
    cents: centsOf(path, difference),
  };
};

const nameOf = ({ deviation }: Deviated): string => JSON.stringify(deviation);

/**
 * The ways in which a replay came to something else, each once. The mere name of the other Program is none; where a life
 * ends elsewhere, of its fields only the amounts are told: most of the others belong to the other end.
 */
export const deviationsOf = (
  replay: Replay<Tagged>,
  programs: { readonly stored: Program; readonly other: Program },
): ReadonlyArray<Deviated> => {
  const { stored, replayed, refused, differences } = replay;
  const ends = { stored: stored?._tag ?? NOTHING, replayed: replayed?._tag ?? NOTHING };
  const elsewhere = ends.stored !== ends.replayed;
  const isName = (one: Difference): boolean =>
    one.stored === programs.stored.version && one.replayed === programs.other.version;
  const fields = differences
    .filter((one) => !isName(one) && (!elsewhere || amounts.has(one.path)))
    .map((one) => fieldOf(one, replay));
  const all: ReadonlyArray<Deviated> = [
    ...(elsewhere ? [{ deviation: { _tag: "Outcome" as const, ...ends }, ...ends, cents: null }] : []),
    ...refused.map(
      ({ command, because }): Deviated => ({
        deviation: { _tag: "Refused", command, because: because._tag },
        stored: null,
        replayed: because,
        cents: null,
      }),
    ),
    ...fields,
  ];
  return [...new Map(all.toReversed().map((one) => [nameOf(one), one])).values()].toReversed();
};

import type { Account } from "../../journal/Posting.ts";
import type { Balances } from "../../lifecycle/replay.ts";
import type { Deviated, Deviation } from "./deviations.ts";

/** The kinds of subjects whose lives a Program governs. */
export const KINDS = ["listing", "checkout", "order"] as const;
export type Kind = (typeof KINDS)[number];

/** A subject that deviates, with what came out and what would have. */
export interface Example {
  readonly id: string;
  readonly stored: unknown;
  readonly replayed: unknown;
}

/** How often subjects of one kind deviate in one way. */
export interface DeviationCount {
  readonly kind: Kind;
  readonly deviation: Deviation;
  readonly count: number;
  /** How much more would have come out of all of them, in cents; null for what is no amount. */
  readonly cents: number | null;
  /** The newest few. */
  readonly examples: ReadonlyArray<Example>;
}

/** What was booked on an account over all orders, and what would have been, in cents (R53). */
export interface AccountBooked {
  readonly account: Account;
  readonly stored: number;
  readonly replayed: number;
}

/** How far a replay of all has come. */
export interface ReplayedSoFar {
  readonly subjects: { readonly [K in Kind]: number };
  readonly unchanged: number;
  readonly changed: number;
  /** Those that could not be replayed: the listener has heard why. */
  readonly failed: number;
}

/** What would have come out of all stored histories under another Program. */
export interface StoreReplay extends ReplayedSoFar {
  /** The most frequent first. */
  readonly deviations: ReadonlyArray<DeviationCount>;
  readonly booked: ReadonlyArray<AccountBooked>;
}

/** The outcome of one subject's replay. */
export interface Replayed {
  readonly id: string;
  readonly deviated: ReadonlyArray<Deviated>;
  readonly booked: { readonly stored: Balances; readonly replayed: Balances };
}

const EXAMPLES = 3;

interface Tally {
  readonly kind: Kind;
  readonly deviation: Deviation;
  count: number;
  cents: number | null;
  readonly examples: Array<Example>;
}

/** The sums of a replay, whatever was replayed: no more memory for ten million orders than for ten. */
export const makeSums = () => {
  const subjects = { listing: 0, checkout: 0, order: 0 };
  const counts = { unchanged: 0, changed: 0, failed: 0 };
  const tallies = new Map<string, Tally>();
  const accounts = new Map<Account, { stored: number; replayed: number }>();
  const count = (kind: Kind, id: string, { deviation, stored, replayed, cents }: Deviated) => {
    const name = `${kind} ${JSON.stringify(deviation)}`;
    const tally = tallies.get(name) ?? { kind, deviation, count: 0, cents: null, examples: [] };
    tallies.set(name, tally);
    tally.count++;
    if (cents !== null) tally.cents = (tally.cents ?? 0) + cents;
    if (tally.examples.length < EXAMPLES) tally.examples.push({ id, stored, replayed });
  };
  const book = (side: "stored" | "replayed", balances: Balances) => {
    for (const [account, amount] of balances) {
      const sums = accounts.get(account) ?? { stored: 0, replayed: 0 };
      accounts.set(account, sums);
      sums[side] += amount;
    }
  };
  return {
    failed: (kind: Kind) => {
      subjects[kind]++;
      counts.failed++;
    },
    replayed: (kind: Kind, { id, deviated, booked }: Replayed) => {
      subjects[kind]++;
      counts[deviated.length === 0 ? "unchanged" : "changed"]++;
      for (const one of deviated) count(kind, id, one);
      book("stored", booked.stored);
      book("replayed", booked.replayed);
    },
    soFar: (): ReplayedSoFar => ({ ...counts, subjects: { ...subjects } }),
    all: (): StoreReplay => ({
      ...counts,
      subjects: { ...subjects },
      deviations: [...tallies.values()].sort((one, other) => other.count - one.count),
      booked: [...accounts].map(([account, sums]) => ({ account, ...sums })),
    }),
  };
};

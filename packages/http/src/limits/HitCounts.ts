/** Requests under one key within one window of time. */
export interface Hits {
  readonly key: string;
  /** When the window ends, in milliseconds since the epoch: the same moment in every process. */
  readonly until: number;
  readonly hits: number;
}

/** Adds to what all processes have counted, and answers the sums. */
export type ShareHits = (hits: ReadonlyArray<Hits>) => Promise<ReadonlyArray<Hits>>;

interface Window {
  readonly until: number;
  readonly max: number;
  /** What all processes had counted when it was last shared, this one's part included. */
  total: number;
  /** What was counted here since then. */
  fresh: number;
}

/** Keys that are counted at once; who comes from more addresses than that is beyond counting. */
const MOST_KEYS = 50_000;

/** Who has used less than so much of a budget here is not near its end anywhere. */
const WORTH_SHARING = 0.1;

/**
 * Counts requests by key in windows that begin at the same moment everywhere. Each request is counted in memory; what
 * comes near its limit is shared with the other processes now and then, for many keys at once. Between two times a
 * limit may be passed by what the others let in meanwhile.
 */
export class HitCounts {
  readonly #windows = new Map<string, Window>();
  readonly #share: ShareHits | undefined;
  readonly #now: () => number;

  constructor(share?: ShareHits, now: () => number = Date.now) {
    this.#share = share;
    this.#now = now;
  }

  /** Counts one request: how many there were in this window, and how long it lasts still, in milliseconds. */
  hit(key: string, milliseconds: number, max: number): { readonly current: number; readonly ttl: number } {
    const now = this.#now();
    let window = this.#windows.get(key);
    if (window === undefined || window.until <= now) {
      if (window === undefined && this.#windows.size >= MOST_KEYS) this.#forgetOldest();
      window = { until: (Math.floor(now / milliseconds) + 1) * milliseconds, max, total: 0, fresh: 0 };
      this.#windows.set(key, window);
    }
    window.fresh += 1;
    return { current: window.total + window.fresh, ttl: window.until - now };
  }

  #forgetOldest(): void {
    const [oldest] = this.#windows.keys();
    if (oldest !== undefined) this.#windows.delete(oldest);
  }

  /** Tells the others what was counted here, and learns what they have. What can't be told now is told the next time. */
  async share(): Promise<void> {
    const now = this.#now();
    const told: Array<Hits> = [];
    for (const [key, { until, max, total, fresh }] of this.#windows) {
      if (until <= now) this.#windows.delete(key);
      else if (fresh > 0 && total + fresh >= max * WORTH_SHARING) told.push({ key, until, hits: fresh });
    }
    if (told.length === 0 || this.#share === undefined) return;
    const sums = await this.#share(told);
    const toldOf = new Map(told.map(({ key, hits }) => [key, hits]));
    for (const { key, until, hits } of sums) {
      const window = this.#windows.get(key);
      if (window?.until !== until) continue;
      window.total = hits;
      window.fresh -= toldOf.get(key) ?? 0;
    }
  }
}

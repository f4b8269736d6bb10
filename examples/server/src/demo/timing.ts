/** What a sale's requests are for, in the order in which a sale comes to them. */
const PARTS = [
  ["photos", /^POST \/photos/],
  ["listing", /\/selling\//],
  ["review", /^POST \/review\//],
  ["quote", /\/quotes/],
  ["payment", /\/payment$/],
  ["checkout", /\/checkouts/],
  ["clock, timers and tasks", /\/sandbox\/clock/],
  ["the world around it", /\/sandbox\/|\/sign-in|\/mails/],
  ["steps of the order", /^POST /],
  ["reading", /./],
] as const;

/** Where the time went: milliseconds by what was asked for, and all of it. */
export interface Timing {
  readonly sales: number;
  /** Milliseconds of one sale, from the first request to the last answer. */
  readonly sale: number;
  /** Of which so many waited for answers of each kind. */
  readonly parts: Readonly<Record<string, number>>;
}

const partOf = (request: string): string =>
  PARTS.find(([, pattern]) => pattern.test(request))?.[0] ?? "reading";

/** Counts how long answers take, by what they are for, as long as `use` runs. */
const counting = async (use: (spent: Map<string, number>) => Promise<void>): Promise<void> => {
  const spent = new Map<string, number>(PARTS.map(([name]) => [name, 0]));
  const plain = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const began = performance.now();
    const request = new Request(input, init);
    const part = partOf(`${request.method} ${new URL(request.url).pathname}`);
    try {
      return await plain(input, init);
    } finally {
      spent.set(part, (spent.get(part) ?? 0) + performance.now() - began);
    }
  };
  try {
    await use(spent);
  } finally {
    globalThis.fetch = plain;
  }
};

/** Times sales one after another; the first, which warms all up, is not counted. */
export const timeSales = async (sales: number, sell: () => Promise<void>): Promise<Timing> => {
  let sale = 0;
  const parts: Record<string, number> = {};
  await counting(async (spent) => {
    await sell();
    for (const name of spent.keys()) spent.set(name, 0);
    const began = performance.now();
    for (let sold = 0; sold < sales; sold++) await sell();
    sale = (performance.now() - began) / sales;
    for (const [name, milliseconds] of spent) parts[name] = milliseconds / sales;
  });
  return { sales, sale, parts };
};

/** The same as a table for people. */
export const timingText = ({ sales, sale, parts }: Timing): string => {
  const rows = Object.entries(parts).map(
    ([name, time]) => `  ${name.padEnd(26)}${time.toFixed(1).padStart(9)} ms\n`,
  );
  return `\n  One whole sale, of ${sales}: ${sale.toFixed(0)} ms, of which waited for\n\n${rows.join("")}\n`;
};

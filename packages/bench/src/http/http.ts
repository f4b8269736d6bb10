import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import type { Bench, Group } from "../harness/Bench.ts";
import { alone, compared, interleave } from "../harness/rounds.ts";
import { median } from "../harness/statistics.ts";
import { copyLiveListing } from "./liveListings.ts";
import { type Placed, placeOrder } from "./placing.ts";
import { type ServerProcess, startProcess } from "./ServerProcess.ts";
import { measureSale } from "./wholeSale.ts";

const SERVER = join(import.meta.dirname, "..", "..", "..", "..", "examples", "server", "src", "quick.mjs");
const BARE = join(import.meta.dirname, "bareServer.ts");
const OURS = "the engine's server";
const BARE_NAME = "bare Fastify and one select";
const BARE_ORDER = "bare Fastify, one select and three commits";
const CALLERS = 32;
const BUYERS = 8;
/** Orders placed before any counts. */
const WARMING = 400;

/**
 * The card provider's own books, and the mails, are files: a real provider's disk is elsewhere, so they lie in memory where
 * the system has a folder there.
 */
const elsewhere = (): string => (existsSync("/dev/shm") ? "/dev/shm" : tmpdir());

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address !== null
          ? resolve(address.port)
          : reject(new Error("no port")),
      );
    });
  });

/** As behind a proxy, with all that is counted of each request; one address may ask as much as it can. */
const OPERATED = { TRUST_PROXY: "loopback", RATE_READS: "1000000000", METRICS_PORT: "0" };

type Environment = Readonly<Record<string, string>>;

/** Requests a second, by callers who each wait for their answer and ask for one listing after the other. */
const load = async (url: string, listings: ReadonlyArray<string>, seconds: number): Promise<number> => {
  const headers = { "x-forwarded-for": "203.0.113.7" };
  const requests = listings.map((listing) => ({ path: `/listings/${listing}` }));
  const result = await autocannon({ url, headers, requests, connections: CALLERS, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx + result.errors} failed`);
  return result.requests.total / result.duration;
};

/** So many buyers place orders until all listings are sold; answers orders a second. */
const sellAll = async (
  url: string,
  listings: ReadonlyArray<string>,
  parts: Array<Placed>,
): Promise<number> => {
  const left = [...listings.entries()];
  const buy = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      parts.push(await placeOrder(url, next[1], next[0]));
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: BUYERS }, buy));
  return (listings.length / (performance.now() - began)) * 1000;
};

/** Starts the server again and again: how soon it is ready, and what it holds then. */
const measureStarts = async ({ rounds, report }: Bench, env: Environment): Promise<void> => {
  const starts: Array<number> = [];
  const memories: Array<number> = [];
  for (let round = 0; round < rounds; round++) {
    const server = await startProcess(SERVER, [], env);
    starts.push(server.seconds);
    memories.push(server.memory() ?? Number.NaN);
    await server.stop();
  }
  report(
    alone("server, ready", "s", starts, { of: "value", atMost: 2 }),
    alone("server, memory when ready", "MB", memories, { of: "value", atMost: 150 }),
  );
};

/** One listing that everybody looks at, and many of which each looks at another. */
const measureReading = async (
  bench: Bench,
  url: string,
  bareUrl: string,
  [one = "", ...others]: ReadonlyArray<string>,
): Promise<void> => {
  const seconds = bench.quick ? 1 : 4;
  const goal = { of: "ratio", atLeast: 0.7 } as const;
  for (const [name, listings] of [
    ["HTTP, read one listing", [one]],
    [`HTTP, read one of ${others.length} listings`, others],
  ] as const) {
    const reading = await interleave(
      [
        { name: OURS, round: () => load(url, listings, seconds) },
        { name: BARE_NAME, round: () => load(bareUrl, listings, seconds) },
      ],
      bench.rounds,
    );
    bench.report(...compared(name, "1/s", reading, OURS, [{ against: BARE_NAME, goal }]));
  }
};

const measurePlacing = async (
  { rounds, report }: Bench,
  url: string,
  bareUrl: string,
  listings: ReadonlyArray<string>,
): Promise<void> => {
  const parts: Array<Placed> = [];
  const sales = Math.floor((listings.length - WARMING) / rounds);
  // The first round warms both up, and is longer: what is compiled by then is all that a shop at work runs.
  const part = (round: number): ReadonlyArray<string> => {
    const from = round === 0 ? 0 : WARMING + (round - 1) * sales;
    return listings.slice(from, round === 0 ? WARMING : from + sales);
  };
  // The bare one first: ours has mails and labels to see to for a while after its orders were placed.
  const placing = new Map([
    ...(await interleave(
      [{ name: BARE_ORDER, round: (round) => sellAll(bareUrl, part(round), []) }],
      rounds,
    )),
    ...(await interleave(
      [{ name: OURS, round: (round) => sellAll(url, part(round), round === 0 ? [] : parts) }],
      rounds,
    )),
  ]);
  const name = `HTTP, order placed, ${BUYERS} buyers`;
  report(alone(name, "1/s", placing.get(OURS) ?? [], { of: "value", atLeast: 560 }));
  report(...compared(name, "1/s", placing, OURS, [{ against: BARE_ORDER }]));
  for (const part of ["quote", "checkout", "payment"] as const) {
    report(alone(`HTTP, order placed, of which ${part}`, "ms", [median(parts.map((all) => all[part]))]));
  }
};

const run = async (bench: Bench): Promise<void> => {
  const { quick, rounds, say } = bench;
  const database = await bench.database("http");
  const dataDir = mkdtempSync(join(elsewhere(), "resale-bench-http-"));
  const port = await freePort();
  const env = {
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    PORT: `${port}`,
    LOG_LEVEL: "silent",
    ...OPERATED,
  };
  const running: Array<ServerProcess> = [];
  try {
    say("the server's first start, which fills the shop");
    await (await startProcess(SERVER, [], env)).stop();
    await measureStarts(bench, env);

    const forSale = await copyLiveListing(database.url, WARMING + (quick ? 100 : 200) * rounds);
    running.push(await startProcess(SERVER, [], env));
    const bare = await startProcess(BARE, [database.url], {});
    running.push(bare);
    const url = `http://127.0.0.1:${port}`;
    say("reading a listing");
    const bareUrl = /http:\S+/.exec(bare.said)?.[0] ?? "";
    await measureReading(bench, url, bareUrl, forSale.slice(0, WARMING));
    // Before hundreds of orders wait for their labels: a clock that is moved sees to all of them.
    say("a whole sale");
    await measureSale(bench, url);
    say("placing orders");
    await measurePlacing(bench, url, bareUrl, forSale);
  } finally {
    for (const server of running) await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
    await database.drop();
  }
};

/** The reference server as its users meet it: how soon it is ready, and how many it answers. */
export const http: Group = { name: "http", run };

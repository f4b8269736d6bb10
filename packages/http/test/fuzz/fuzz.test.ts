import type { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LivingShop, livingShop } from "./livingShop.ts";
import { type Answered, faultsOf } from "./promised.ts";
import { type Described, described, requestsOf, type Sent } from "./requestsOf.ts";

/** How many requests: `npm run campaign -- fuzz 100000` asks for more. */
const COUNT = Number(process.env["RESALE_FUZZ"] ?? 5_000);
const SEED = Number(
  process.env["RESALE_SEED"] ?? (process.env["RESALE_FUZZ"] === undefined ? 26 : Date.now()),
);
/** A shop wears out: what could be withdrawn, paid or decided in it is, after a while. */
const ONE_SHOP = 1_000;
/** Requests that would set the clock. */
const TIMES = Math.min(200, COUNT / 200);
/** However busy the machine is. */
const PATIENCE = 15_000;

const all = described(true);
const byId: ReadonlyMap<string, Described> = new Map(all.map((one) => [one.id, one]));
const isTimeMachine = ({ path }: Described): boolean => path.startsWith("/sandbox");
/** In a shop whose clock is set forward by years nothing is under way any more: it is asked for by itself. */
const operations = all.filter((one) => !isTimeMachine(one));
const timeMachine = all.filter(isTimeMachine);

/** A payment that is refused by the bank, or still under way, was tried: that is a fact of its own (R21). */
const REMEMBERED = new Set(["/problems/card-declined", "/problems/payment-under-way"]);

const timely = async <A>(work: Promise<A>): Promise<A> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE} ms`)), PATIENCE);
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** All that is answered; of what is told as it happens, which has no end to wait for, the beginning. */
const bodyOf = async (stream: Readable, isEndless: boolean): Promise<Buffer> => {
  const chunks: Array<Buffer> = [];
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    if (isEndless && Buffer.concat(chunks).includes("\n\n")) break;
  }
  return Buffer.concat(chunks);
};

const send = async ({ app }: LivingShop, { id, method, url, headers, body }: Sent): Promise<Answered> => {
  const request = { method: method as "GET", url, headers, ...(body === undefined ? {} : { payload: body }) };
  if (!id.startsWith("live.")) {
    const answer = await timely(app.inject(request));
    const type = String(answer.headers["content-type"] ?? "");
    return { status: answer.statusCode, type, body: answer.rawPayload };
  }
  const answer = await timely(app.inject({ ...request, payloadAsStream: true }));
  const type = String(answer.headers["content-type"] ?? "");
  const told = await timely(bodyOf(answer.stream(), type.startsWith("text/event-stream")));
  return { status: answer.statusCode, type, body: told };
};

const isRemembered = ({ body }: Answered): boolean => {
  try {
    return REMEMBERED.has(JSON.parse(body.toString("utf8")).type);
  } catch {
    return false;
  }
};

const SAFE = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);

/** Everything that is wrong with how a request was answered. */
const faultsIn = async (living: LivingShop, sent: Sent): Promise<ReadonlyArray<string>> => {
  const before = await living.position();
  const answer = await send(living, sent);
  const after = await living.position();
  const isHead = sent.method === "HEAD";
  const faults = faultsOf(sent.isAddressed ? byId.get(sent.id) : undefined, isHead, answer);
  const mayChange = (answer.status < 400 && !SAFE.has(sent.method)) || isRemembered(answer);
  return after === before || mayChange
    ? faults
    : [...faults, `${answer.status}, and ${after - before} facts`];
};

const shown = ({ body, ...sent }: Sent): string =>
  JSON.stringify({ ...sent, body: body?.toString("utf8").slice(0, 500) }, null, 1);

describe("requests of every kind, made from the contract", () => {
  const tally = new Map<string, number>();
  const ask = async (living: LivingShop, of: ReadonlyArray<Described>, numRuns: number, seed: number) => {
    const requests = requestsOf(of, living.words, living.actors);
    for (const sent of fc.sample(requests, { numRuns, seed })) {
      const faults = await faultsIn(living, sent);
      expect(faults, `${shown(sent)} in the shop of seed ${seed}`).toEqual([]);
      tally.set(sent.id, (tally.get(sent.id) ?? 0) + 1);
    }
  };

  it(
    `are answered as it promises, and refused ones change nothing: ${COUNT}, seed ${SEED}`,
    async () => {
      for (let done = 0; done < COUNT; done += ONE_SHOP) {
        const living = await livingShop();
        await ask(living, operations, Math.min(ONE_SHOP, COUNT - done), SEED + done);
        await living.close();
      }
    },
    Math.max(60_000, COUNT * 60),
  );

  it(`R59 set the clock forward as the contract says, or not at all: ${TIMES}`, async () => {
    const living = await livingShop();
    await ask(living, timeMachine, TIMES, SEED);
    await living.close();
  });

  it("came to every operation", () => {
    expect(all.filter(({ id }) => !tally.has(id)).map(({ id }) => id)).toEqual([]);
  });
});

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
/** However busy the machine is. */
const PATIENCE = 15_000;

/** What is told as it happens has no end to wait for: it is tried by itself. */
const operations = described(true).filter(
  ({ id, path }) => !path.startsWith("/sandbox") && !id.startsWith("live."),
);
const byId: ReadonlyMap<string, Described> = new Map(operations.map((one) => [one.id, one]));

/** A payment that is refused by the bank, or still under way, was tried: that is a fact of its own (R21). */
const REMEMBERED = new Set(["/problems/card-declined", "/problems/payment-under-way"]);

const timely = async <A>(work: Promise<A>): Promise<A> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE} ms`)), PATIENCE);
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
};

const send = async ({ app }: LivingShop, { method, url, headers, body }: Sent): Promise<Answered> => {
  const answer = await timely(
    app.inject({ method: method as "GET", url, headers, ...(body === undefined ? {} : { payload: body }) }),
  );
  const type = String(answer.headers["content-type"] ?? "");
  return { status: answer.statusCode, type, body: answer.rawPayload };
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
  it(
    `are answered as it promises, and refused ones change nothing: ${COUNT}, seed ${SEED}`,
    async () => {
      for (let done = 0; done < COUNT; done += ONE_SHOP) {
        const living = await livingShop();
        const requests = requestsOf(operations, living.words, living.actors);
        const numRuns = Math.min(ONE_SHOP, COUNT - done);
        for (const sent of fc.sample(requests, { numRuns, seed: SEED + done })) {
          const faults = await faultsIn(living, sent);
          expect(faults, `${shown(sent)} in the shop of seed ${SEED + done}`).toEqual([]);
          tally.set(sent.id, (tally.get(sent.id) ?? 0) + 1);
        }
        await living.close();
      }
    },
    Math.max(60_000, COUNT * 60),
  );

  it("came to every operation", () => {
    expect(operations.filter(({ id }) => !tally.has(id)).map(({ id }) => id)).toEqual([]);
  });
});

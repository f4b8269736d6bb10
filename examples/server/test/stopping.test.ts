import { Agent, get } from "node:http";
import { connect } from "node:net";
import { Reads, sqlLayer } from "@resale/postgres";
import { Effect, Redacted } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aGuest, card, checkOut } from "../src/demo/buy.ts";
import { offer } from "../src/demo/offer.ts";
import { connect as shopAt } from "../src/demo/Shop.ts";
import { Stage } from "../src/demo/Stage.ts";
import { silent } from "../src/demo/Teller.ts";
import { opened, surroundings } from "./marketplace.ts";
import { eventually, launch, type ServerProcess } from "./serverProcess.ts";

const CALLERS = 8;

type Heard = { readonly status: number } | { readonly failed: string };

/** Asks on a connection that is kept, and hears the whole answer. */
const ask = (url: string, agent: Agent): Promise<Heard> =>
  new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void => resolve({ failed: error.code ?? error.message });
    get(url, { agent }, (response) => {
      response.on("error", failed);
      response.on("end", () => resolve({ status: response.statusCode ?? 0 }));
      response.resume();
    }).on("error", failed);
  });

/** A request of which the second half comes later. */
const halfAsked = (url: string) => {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  let said = "";
  socket.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const closed = new Promise<void>((resolve) => {
    socket.on("error", () => undefined).on("close", () => resolve());
  });
  const [body, half] = ['{"email":"rita@brand.example"}', 10];
  const headers = `host: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}`;
  socket.write(`POST /sign-in HTTP/1.1\r\n${headers}\r\n\r\n${body.slice(0, half)}`);
  return {
    finish: async (): Promise<string> => {
      socket.write(body.slice(half));
      await closed;
      return said;
    },
    drop: () => socket.destroy(),
  };
};

describe("a server that is told to stop", () => {
  const running = new Set<ServerProcess>();
  const run = (env: Readonly<Record<string, string>>): ServerProcess => {
    const started = launch(env);
    running.add(started);
    return started;
  };
  const room = () =>
    opened(
      Effect.gen(function* () {
        const { env, mails } = yield* surroundings;
        return { env: { ...env, STOP_AFTER: "1 second" }, mails };
      }),
    );
  let place: Awaited<ReturnType<typeof room>>;
  beforeAll(async () => {
    place = await room();
  });
  afterAll(async () => {
    place.mails.manners.isSilent = false;
    await Promise.all([...running].map((one) => one.kill("SIGKILL")));
    await place?.close();
  });

  /** How many tasks wait, and for how many of them a worker's lease has to end first. */
  const waiting = () =>
    Effect.gen(function* () {
      const sql = yield* Reads;
      const [row] = yield* sql<{ all: number; leased: number }>`
        select count(*)::int as all, count(lease)::int as leased from resale.tasks where status = 'Waiting'`;
      return row ?? { all: 0, leased: 0 };
    }).pipe(Effect.provide(sqlLayer({ url: Redacted.make(place.env.DATABASE_URL) })), Effect.runPromise);

  it("answers whoever asks, says that it is not ready, and leaves no task waiting for its lease", async () => {
    const server = run(place.env);
    const url = await server.ready();
    const stage = await Stage.open(shopAt(url, place.mails.mailbox), silent, 480);
    const piece = await offer(stage);
    const { id } = await checkOut(stage, aGuest(), [piece.listing]);
    place.mails.manners.isSilent = true;
    await stage.shop.visitor.buying.pay({ params: { checkout: id }, payload: card("tok_visa") });
    await eventually("a worker is at the mails", async () =>
      (await waiting()).leased > 0 ? true : undefined,
    );

    const agent = new Agent({ keepAlive: true });
    const heard: Array<Heard> = [];
    let isReady = true;
    // As whoever hands requests to servers does it: none more to one that is not ready.
    const caller = async (): Promise<void> => {
      while (isReady) heard.push(await ask(`${url}/catalogue?limit=5`, agent));
    };
    const callers = Array.from({ length: CALLERS }, caller);
    await eventually("all ask", () => (heard.length > 5 * CALLERS ? true : undefined));
    const before = heard.length;
    const slow = halfAsked(url);
    await eventually("it is heard", () => (heard.length > before + CALLERS ? true : undefined));
    const ended = server.kill("SIGTERM");
    const ready = () => fetch(`${url}/health/ready`).then(({ status }) => status);
    await eventually("it is not ready", async () => ((await ready()) === 503 ? true : undefined));
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    isReady = false;
    await Promise.all(callers);
    await eventually("nobody is let in", () =>
      fetch(`${url}/health/live`).then(
        () => undefined,
        () => true,
      ),
    );
    const answered = await slow.finish();
    expect(answered).toMatch(/^HTTP\/1\.1 200 /);
    expect(answered).toContain('"token"');
    expect(await ended).toBe(0);
    agent.destroy();

    expect(heard.length).toBeGreaterThan(before);
    expect(new Set(heard.map((one) => JSON.stringify(one)))).toEqual(new Set(['{"status":200}']));
    const left = await waiting();
    expect(left.all).toBeGreaterThan(0);
    expect(left.leased).toBe(0);
  });

  it("ends all the same where somebody never comes to an end", async () => {
    const server = run({ ...place.env, STOP_AFTER: "0 seconds", STOP_WITHIN: "1 second" });
    const url = await server.ready();
    const slow = halfAsked(url);
    await eventually("it is heard", async () => ((await fetch(`${url}/health/live`)).ok ? true : undefined));
    const began = performance.now();
    expect(await server.kill("SIGTERM")).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    slow.drop();
  });
});

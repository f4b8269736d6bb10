import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { DAY } from "@resale/core";
import { Effect } from "effect";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { silentThreeDays } from "../src/demo/endings/silentThreeDays.ts";
import { connect } from "../src/demo/Shop.ts";
import { Stage } from "../src/demo/Stage.ts";
import { silent } from "../src/demo/Teller.ts";
import { start } from "../src/start.ts";
import { opened, surroundings } from "./marketplace.ts";

interface Told {
  readonly type: string;
  readonly number: number;
  readonly subject: { readonly kind: string; readonly id: string };
}

/** A shop's own system: it takes what is told, and fails now and then. */
const openReceiver = async () => {
  const heard: Array<{ readonly headers: IncomingHttpHeaders; readonly body: string }> = [];
  let asked = 0;
  const server = createServer((request, response) => {
    const parts: Array<Buffer> = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      asked += 1;
      if (asked % 5 === 0) return void response.writeHead(500).end();
      heard.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { heard, host: `127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(resolve)) };
};

const open = async () => {
  const receiver = await openReceiver();
  const market = await opened(
    Effect.gen(function* () {
      const { env, mails } = yield* surroundings;
      const server = yield* Effect.acquireRelease(
        Effect.promise(() => start({ ...env, WEBHOOK_HOSTS: receiver.host })),
        ({ stop }) => Effect.promise(stop),
      );
      const shop = connect(server.shopUrl, mails.mailbox);
      return { stage: yield* Effect.promise(() => Stage.open(shop, silent, 480)) };
    }),
  );
  return { ...market, receiver };
};

let market: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  market = await open();
});
afterAll(async () => {
  await market.close();
  await market.receiver.close();
});

test("R60 a shop's own system hears a whole sale: signed, each subject's facts in their order, none left out", async () => {
  const { stage, receiver } = market;
  const { secret, subscription } = await stage.support.subscriptions.subscribe({
    payload: { url: `http://${receiver.host}/resale`, events: ["order"] },
  });
  const params = { subscription: subscription.id };
  expect(await stage.support.subscriptions.test({ params })).toMatchObject({ _tag: "Accepted" });
  await stage.quietly(() => silentThreeDays(stage));
  expect(stage.failures).toEqual([]);

  // What was not heard comes again after a while: the clock goes on until all of it was.
  const isOpen = async () => {
    const query = { show: "open" } as const;
    return (await stage.support.subscriptions.deliveries({ params, query })).entries.length > 0;
  };
  const types = () => receiver.heard.map(({ body }): Told => JSON.parse(body)).map(({ type }) => type);
  while (!types().includes("order.PayoutIssued") || (await isOpen())) await stage.shop.advance(DAY / 24);

  const webhook = new Webhook(secret);
  const told = receiver.heard.flatMap(({ headers, body }): ReadonlyArray<Told> => {
    const clock = Number(headers["webhook-timestamp"]);
    expect(clock).toBeGreaterThan(0);
    // The library holds a webhook's time against its own clock; the sandbox's runs ahead of it.
    const signature = webhook.sign(String(headers["webhook-id"]), new Date(clock * 1000), body);
    expect(String(headers["webhook-signature"]).split(" ")).toContain(signature);
    const event: Told = JSON.parse(body);
    return event.type === "test" ? [] : [event];
  });
  const numbers = new Map<string, Array<number>>();
  for (const { subject, number } of told) {
    numbers.set(subject.id, [...(numbers.get(subject.id) ?? []), number]);
  }
  expect(numbers.size).toBeGreaterThan(0);
  for (const inOrder of numbers.values()) {
    expect(inOrder).toEqual(inOrder.map((_, at) => at + 1));
  }
  expect(types()).toContain("order.ConfirmedAutomatically");
  expect(receiver.heard.map(({ body }) => body).join("")).not.toContain("@");
});

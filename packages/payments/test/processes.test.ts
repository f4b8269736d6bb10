import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { assert, describe, it } from "@effect/vitest";
import { StoreCredit } from "@resale/core";
import { temporaryFolder } from "@resale/testkit";
import { Effect } from "effect";
import { CardSimulator, StoreCreditSimulator } from "../src/index.ts";
import { ada, captured, cards, giftCards } from "./money.ts";

const script = join(import.meta.dirname, "processes", "cashier.ts");

const start = (...args: ReadonlyArray<string>) => {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const lines: Array<string> = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => lines.push(...text.trim().split("\n")));
  return { child, lines, done: once(child, "close") };
};

const ledgerOf = (folder: string) =>
  Effect.runPromise(CardSimulator.use((control) => control.ledger).pipe(Effect.provide(cards(folder))));

const onFolder = (title: string, test: (folder: string) => Promise<void>) =>
  it.live(
    title,
    () => Effect.flatMap(temporaryFolder, (folder) => Effect.promise(() => test(folder))),
    60_000,
  );

describe("several processes on one folder", () => {
  onFolder("R27 refunding at once never give back more than was captured", async (folder) => {
    const payment = await Effect.runPromise(captured("sale").pipe(Effect.provide(cards(folder))));
    const processes = ["a", "b", "c"].map((worker) => start(folder, "refund", payment, worker));
    await Promise.all(processes.map(({ done }) => done));
    const refunded = processes.flatMap(({ lines }) => lines).filter((line) => line === "refunded");
    assert.lengthOf(refunded, 100);
    const balance = (await ledgerOf(folder)).reduce((total, movement) => total + movement.balance, 0);
    assert.strictEqual(balance, 0);
  });

  onFolder("R27 R48 doing the same sales charge once and issue once", async (folder) => {
    const processes = [1, 2, 3].map(() => start(folder, "sell", "15"));
    await Promise.all(processes.map(({ done }) => done));
    for (const { lines } of processes) assert.deepStrictEqual(lines, processes[0]?.lines);
    assert.lengthOf(processes[0]?.lines ?? [], 15);
    const captures = (await ledgerOf(folder)).filter(({ kind }) => kind === "Captured");
    assert.lengthOf(captures, 15);
    const issued = Effect.all([
      StoreCredit.use((credit) => credit.find(ada)),
      StoreCreditSimulator.use((control) => control.mailed),
    ]).pipe(Effect.provide(giftCards(folder)));
    for (const list of await Effect.runPromise(issued)) assert.lengthOf(list, 15);
  });

  onFolder("R27 killed at any moment leave books that the next one finishes", async (folder) => {
    for (let round = 0; round < 5; round++) {
      const { child, done } = start(folder, "sell", "100");
      await once(child.stdout, "data");
      setTimeout(() => child.kill("SIGKILL"), 11 * round);
      await done;
    }
    const { lines, done } = start(folder, "sell", "100");
    await done;
    assert.lengthOf(lines, 100);
    const ledger = await ledgerOf(folder);
    for (const kind of ["Authorised", "Captured"]) {
      assert.lengthOf(
        ledger.filter((movement) => movement.kind === kind),
        100,
      );
    }
    const mailed = StoreCreditSimulator.use((control) => control.mailed);
    assert.lengthOf(await Effect.runPromise(mailed.pipe(Effect.provide(giftCards(folder)))), 100);
  });
});

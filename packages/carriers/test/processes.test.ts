import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { assert, describe, it } from "@effect/vitest";
import { temporaryFolder } from "@resale/testkit";
import { Effect } from "effect";
import { CarrierSimulator } from "../src/index.ts";
import { buy, simulator } from "./parcels.ts";

const script = join(import.meta.dirname, "processes", "seller.ts");

const start = (folder: string, from: number, count: number) => {
  const child = spawn(process.execPath, [script, folder, `${from}`, `${count}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: Array<string> = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => lines.push(...text.trim().split("\n")));
  return { child, lines, done: once(child, "close") };
};

const parcelsIn = (folder: string) =>
  Effect.runPromise(
    CarrierSimulator.use((control) => control.parcels).pipe(Effect.provide(simulator({ folder }))),
  );

const onFolder = (title: string, test: (folder: string) => Promise<void>) =>
  it.live(
    title,
    () => Effect.flatMap(temporaryFolder, (folder) => Effect.promise(() => test(folder))),
    60_000,
  );

describe("several processes on one folder", () => {
  onFolder("R28 buy one label for a key between them", async (folder) => {
    const processes = [0, 0, 0].map((from) => start(folder, from, 40));
    await Promise.all(processes.map(({ done }) => done));
    const bought = processes.map(({ lines }) => lines);
    assert.lengthOf(bought[0] ?? [], 40);
    for (const lines of bought) assert.deepStrictEqual(lines, bought[0]);
    assert.lengthOf(await parcelsIn(folder), 40);
  });

  onFolder("R27 may be killed at any moment: the folder stays whole", async (folder) => {
    for (let round = 0; round < 6; round++) {
      const { child, done } = start(folder, round * 500, 500);
      await once(child.stdout, "data");
      setTimeout(() => child.kill("SIGKILL"), 7 * round);
      await done;
    }
    const parcels = await parcelsIn(folder);
    assert.isAtLeast(parcels.length, 6);
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith(".json")) continue;
      JSON.parse(readFileSync(join(entry.parentPath, entry.name), "utf8"));
    }
    const again = await Effect.runPromise(
      Effect.all(
        Array.from({ length: 20 }, (_, index) => buy(`shared-${index}`)),
        { concurrency: 4 },
      ).pipe(Effect.provide(simulator({ folder }))),
    );
    for (const label of again) {
      const known = parcels.find(({ bought }) => bought.label.tracking === label.tracking);
      if (known !== undefined) assert.deepStrictEqual(known.bought.label, label);
    }
  });
});

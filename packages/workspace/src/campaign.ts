import { join } from "node:path";
import { run, type Step } from "./step.ts";

const vitest = (name: string, ...rest: ReadonlyArray<string>): Step => ({
  name,
  command: "vitest",
  arguments: ["run", "--config", "vitest.workspace.ts", ...rest],
});

/** How much longer than in the tests each property is tried: `npm run campaign -- 50`. */
const properties = (times = "20", ...filters: ReadonlyArray<string>): Step => {
  process.env["RESALE_RUNS"] = times;
  return vitest(
    `Every property ${times} times as often`,
    ...(filters.length > 0 ? filters : ["packages/core/test"]),
  );
};

/** Processes and the database are killed so often while sales are made: `npm run campaign -- crash 200`. */
const crashes = (times = "200"): Step => {
  process.env["RESALE_CRASHES"] = times;
  const live = "--disableConsoleIntercept";
  return vitest(`${times} crashes`, "examples/server/test/campaign/", live);
};

/** So many requests of every kind, made from the contract: `npm run campaign -- fuzz 100000`. */
const requests = (count = "100000"): Step => {
  process.env["RESALE_FUZZ"] = count;
  return vitest(`${count} requests`, "packages/http/test/fuzz/", "--disableConsoleIntercept");
};

/** Every screen in all widths and both schemes, its pictures drawn and kept: `npm run campaign -- shop`. */
const screens = (...filters: ReadonlyArray<string>): Step => {
  process.env["RESALE_SHOP"] = "campaign";
  return vitest("Every screen of the shop", ...(filters.length > 0 ? filters : ["examples/storefront/test"]));
};

/** What Lighthouse says of the catalogue and of a piece: `npm run campaign -- lighthouse`. */
const judgement = (): Step => ({
  name: "Lighthouse on the shop",
  command: "node",
  arguments: ["examples/storefront/test/lighthouse.ts"],
});

const campaigns: Readonly<Record<string, (...rest: ReadonlyArray<string>) => Step>> = {
  crash: crashes,
  fuzz: requests,
  lighthouse: judgement,
  shop: screens,
};

const [first, ...rest] = process.argv.slice(2);
const campaign = first === undefined ? undefined : campaigns[first];
const step = campaign === undefined ? properties(first, ...rest) : campaign(...rest);
const outcome = await run(step, join(import.meta.dirname, "..", "..", ".."), { live: true });
process.exitCode = outcome.passed ? 0 : 1;

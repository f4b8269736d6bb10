import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Bench } from "../harness/Bench.ts";
import { alone } from "../harness/rounds.ts";

const DEMO = join(
  import.meta.dirname,
  "..",
  "..",
  "..",
  "..",
  "examples",
  "server",
  "src",
  "demo",
  "main.ts",
);

/** As `npm run demo -- --time N --json` tells it, in milliseconds. */
interface Timing {
  readonly sale: number;
  readonly parts: Readonly<Record<string, number>>;
}

/** A whole sale against the server at the URL: photos, review, checkout, parcel, confirmation; and where its time goes. */
export const measureSale = async ({ quick, report }: Bench, url: string): Promise<void> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [DEMO, "--time", quick ? "5" : "20", "--json"],
    { env: { ...process.env, BASE_URL: url } },
  );
  const { sale, parts }: Timing = JSON.parse(stdout);
  report(alone("HTTP, whole sale", "ms", [sale]));
  for (const [part, time] of Object.entries(parts)) {
    report(alone(`HTTP, whole sale, of which ${part}`, "ms", [time]));
  }
};

import { writeFileSync } from "node:fs";
import { writeGrowth } from "./documents/writeGrowth.ts";
import { writePerformance } from "./documents/writePerformance.ts";
import { groups } from "./groups.ts";
import { growth } from "./growth/growth.ts";
import { type Arguments, readArguments } from "./harness/Arguments.ts";
import type { Figure } from "./harness/Figure.ts";
import { machine, machineText } from "./harness/Machine.ts";
import { rowOf } from "./harness/rows.ts";
import { cells, table } from "./harness/table.ts";
import { startServer } from "./server/Database.ts";

const began = performance.now();
const given = (): Arguments => {
  try {
    const names = groups.map(({ name }) => name);
    const asked = readArguments(process.argv.slice(2), names);
    if (typeof asked !== "string") return asked;
    process.stdout.write(asked);
    process.exit(0);
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
    process.exit(2);
  }
};
const wanted = given();
const say = (line: string): void => {
  const seconds = ((performance.now() - began) / 1000).toFixed(0).padStart(4);
  process.stderr.write(`${seconds} s  ${line}\n`);
};

const server = await startServer();
const figures: Array<Figure> = [];
const ofGrowth: Array<Figure> = [];
try {
  for (const group of groups) {
    const { name, run } = group;
    if (wanted.only.length > 0 && !wanted.only.includes(name)) continue;
    say(name);
    const report = (...more: ReadonlyArray<Figure>): void => {
      (group === growth ? ofGrowth : figures).push(...more);
      for (const figure of more) say(`  ${cells(figure).join("  ")}`);
    };
    const tell = (line: string): void => say(`  ${line}`);
    await run({ quick: wanted.quick, rounds: 5, report, say: tell, database: server.database }).catch(
      (cause) => {
        // What was measured before is worth having.
        say(`${name} failed: ${cause instanceof Error ? cause.stack : String(cause)}`);
        process.exitCode = 1;
      },
    );
  }
} finally {
  await server.close();
}
const here = machine(server);
process.stdout.write(`${table([...figures, ...ofGrowth])}\n\n${machineText(here)}\n`);
if (wanted.docs && process.exitCode === undefined) {
  const command = `npm run bench --${wanted.quick ? " --quick" : ""}`;
  if (figures.length > 0) writePerformance(figures, here, `${command} --docs`);
  if (ofGrowth.length > 0) writeGrowth(ofGrowth, here, `${command} --only growth --docs`);
}
if (wanted.json !== undefined) {
  writeFileSync(wanted.json, `${JSON.stringify([...figures, ...ofGrowth].map(rowOf), undefined, 2)}\n`);
}

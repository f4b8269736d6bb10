import { reasonNotToStart } from "../refusal.ts";
import { endings } from "./endings/index.ts";
import { keptMails } from "./Mailbox.ts";
import { connect } from "./Shop.ts";
import { Stage } from "./Stage.ts";
import { stageServer } from "./stageServer.ts";
import { silent } from "./Teller.ts";
import { fullMoment, terminalTeller } from "./terminal/terminalTeller.ts";
import { timeSales, timingText } from "./timing.ts";
import { help, listed, wishesOf } from "./wishes.ts";

const out = process.stdout;
const fail = (why: string): number => {
  process.stderr.write(`${why}\n`);
  return 1;
};

const play = async (names: ReadonlyArray<keyof typeof endings>): Promise<number> => {
  const server = await stageServer(process.env["BASE_URL"]);
  try {
    const teller = terminalTeller(out);
    const shop = connect(server.url, keptMails(server.url));
    const stage = await Stage.open(shop, teller);
    out.write(
      `\n  ${server.isOurs ? "No server answered, so a shop was opened for this, with an empty memory" : `Played on the server at ${server.url}`}.\n  The shop's clock says ${fullMoment(await stage.now())}.\n`,
    );
    for (const name of names) {
      const { title, rules, play: tell } = endings[name];
      teller.chapter(title, rules);
      await stage.quietly(() => stage.morning());
      stage.begin();
      await tell(stage);
    }
    const { failures } = stage;
    if (failures.length > 0) return fail(`\n  ${failures.length} did not come out as told.`);
    out.write(
      `\n  Everything came out as told.${names.length === 1 ? " Other endings: npm run demo -- --list" : ""}\n\n`,
    );
    return 0;
  } finally {
    await server.stop();
  }
};

const time = async (sales: number, json: boolean): Promise<number> => {
  const server = await stageServer(process.env["BASE_URL"]);
  try {
    const timing = await timeSales(sales, async () => {
      const stage = await Stage.open(connect(server.url, keptMails(server.url)), silent);
      await endings.confirmed.play(stage);
      if (stage.failures.length > 0) throw new Error(stage.failures.join("\n"));
    });
    out.write(json ? `${JSON.stringify(timing)}\n` : timingText(timing));
    return 0;
  } finally {
    await server.stop();
  }
};

const run = async (): Promise<number> => {
  const wishes = wishesOf(process.argv.slice(2));
  switch (wishes._tag) {
    case "Help":
      out.write(help);
      return 0;
    case "List":
      out.write(listed());
      return 0;
    case "Unknown":
      return fail(`${wishes.why}\n\n${listed()}\nMore: npm run demo -- --help`);
    case "Time":
      return await time(wishes.sales, wishes.json);
    case "Play":
      return await play(wishes.names);
  }
};

try {
  process.exitCode = await run();
} catch (cause) {
  const why = reasonNotToStart(cause) ?? (cause instanceof Error ? cause.message : String(cause));
  process.exitCode = fail(why);
}

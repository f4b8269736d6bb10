import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { accessPage } from "./docs/access.ts";
import { cliPage } from "./docs/cli.ts";
import { eventsPage } from "./docs/events.ts";
import { httpPage, openApiFile } from "./docs/http.ts";
import { loyaltyPage } from "./docs/loyalty.ts";
import { mailsPage } from "./docs/mails.ts";
import { problemPages, problemsPage } from "./docs/problems.ts";
import { programPage } from "./docs/program.ts";
import { promisesPage } from "./docs/promises.ts";
import { statesPage } from "./docs/states.ts";
import { timersPage } from "./docs/timers.ts";

const FOLDER = "docs/reference";
const root = join(import.meta.dirname, "..", "..", "..");
const checksOnly = process.argv.includes("--check");

const pages: Readonly<Record<string, () => string | Promise<string>>> = {
  "states.md": statesPage,
  "access.md": accessPage,
  "timers.md": timersPage,
  "program.md": programPage,
  "cli.md": cliPage,
  "http.md": httpPage,
  "promises.md": promisesPage,
  "events.md": eventsPage,
  "mails.md": mailsPage,
  "problems.md": problemsPage,
  ...problemPages,
  "openapi.json": openApiFile,
  "loyalty-service.openapi.json": loyaltyPage,
};

const texts = await Promise.all(
  Object.entries(pages).map(async ([name, write]) => [name, await write()] as const),
);
const drifted = texts.filter(([name, text]) => {
  const file = join(root, FOLDER, name);
  const same = existsSync(file) && readFileSync(file, "utf8") === text;
  if (!same && !checksOnly) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return !same;
});

for (const [name] of drifted) {
  const what = checksOnly ? "no longer says what the code says: run `npm run docs`" : "written";
  process.stdout.write(`${FOLDER}/${name} ${what}\n`);
}
if (drifted.length === 0) process.stdout.write(`${Object.keys(pages).length} pages say what the code says\n`);
process.exitCode = checksOnly && drifted.length > 0 ? 1 : 0;

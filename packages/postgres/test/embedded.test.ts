import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { firstWord, isAlive, type OwnerProcess, owner, sql } from "./ownerProcess.ts";

const template = mkdtempSync(join(tmpdir(), "resale-embedded-template-"));
let home: string;
let dataDir: string;
const owners: Array<OwnerProcess> = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "resale-embedded-"));
  chmodSync(home, 0o755);
  dataDir = join(home, "data", "postgres");
});

afterEach(async () => {
  for (const { child, ended, pid } of owners.splice(0)) {
    child.kill("SIGTERM");
    await ended;
    await gone(pid);
  }
  rmSync(home, { recursive: true, force: true });
});

beforeAll(async () => {
  const { child, ended } = await owner(join(template, "postgres"), { handlesSignals: true });
  child.kill("SIGTERM");
  await ended;
});
afterAll(() => rmSync(template, { recursive: true, force: true }));

/** Lets a test begin with a database that has been started and stopped before. */
const usedBefore = () => {
  mkdirSync(join(home, "data"));
  execFileSync("cp", ["-a", join(template, "postgres"), dataDir]);
};

/** Of a machine that is busy starting other processes, in milliseconds. */
const PATIENCE = 60_000;

const gone = (pid: number) => vi.waitUntil(() => !isAlive(pid), { timeout: PATIENCE, interval: 10 });

const start = async (manner?: Parameters<typeof owner>[1]): Promise<OwnerProcess> => {
  const begun = await owner(dataDir, manner);
  owners.push(begun);
  return begun;
};

const kill = async ({ child, ended }: OwnerProcess, signal: NodeJS.Signals) => {
  child.kill(signal);
  return await ended;
};

const write = (url: string) =>
  sql(url, "create table if not exists kept (word text)").then(() =>
    sql(url, "insert into kept values ('word')"),
  );
const count = async (url: string) =>
  Number((await sql(url, "select count(*)::int as count from kept"))[0]?.["count"]);

test("a database starts quickly, writes through, and listens here alone", async () => {
  const { url, took } = await start();
  expect(took).toBeLessThan(10_000);
  const settings = await sql(
    url,
    "select name, setting from pg_settings where name in ('fsync', 'listen_addresses')",
  );
  expect(settings).toEqual([
    { name: "fsync", setting: "on" },
    { name: "listen_addresses", setting: "127.0.0.1" },
  ]);
  const [row] = await sql(url, "select version() as version, current_setting('server_encoding') as encoding");
  expect(row?.["version"]).toMatch(/^PostgreSQL 18/);
  expect(row?.["encoding"]).toBe("UTF8");
});

test("the password is random, kept from others, and asked for", async () => {
  usedBefore();
  const { url } = await start();
  expect(statSync(join(dataDir, "password")).mode & 0o777).toBe(0o600);
  const wrong = new URL(url);
  wrong.password = "wrong";
  await expect(sql(wrong.href, "select 1")).rejects.toThrow();
});

test("data survive an orderly stop, and the next start is quick", async () => {
  usedBefore();
  const first = await start({ handlesSignals: true });
  await write(first.url);
  await kill(first, "SIGTERM");
  const second = await start();
  expect(second.took).toBeLessThan(3_000);
  expect(await count(second.url)).toBe(1);
  expect(readFileSync(join(dataDir, "server.log"), "utf8")).not.toContain("not properly shut down");
});

test.each(["SIGINT", "SIGTERM"] as const)("after %s no process is left", async (signal) => {
  usedBefore();
  const handling = await start({ handlesSignals: true });
  expect(await kill(handling, signal)).toBe(0);
  expect(isAlive(handling.pid)).toBe(false);

  const plain = await start();
  expect(await kill(plain, signal)).toBe(signal);
  await gone(plain.pid);
});

test("a Ctrl-C in the terminal leaves the end of the database to its owner", async () => {
  usedBefore();
  const { child, pid } = await start();
  const groupOf = (id: number) =>
    execFileSync("ps", ["-o", "pgid=", "-p", `${id}`], { encoding: "utf8" }).trim();
  expect(groupOf(pid)).not.toBe(groupOf(child.pid ?? 0));
});

test("what a killed owner leaves running is found, ended and started anew", async () => {
  usedBefore();
  const first = await start();
  await write(first.url);
  await kill(first, "SIGKILL");
  expect(isAlive(first.pid)).toBe(true);

  const second = await start();
  expect(isAlive(first.pid)).toBe(false);
  expect(await count(second.url)).toBe(1);
});

test("data survive when owner and database are both killed", async () => {
  usedBefore();
  const first = await start();
  await write(first.url);
  process.kill(first.pid, "SIGKILL");
  await kill(first, "SIGKILL");
  const second = await start();
  expect(await count(second.url)).toBe(1);
});

test("a database that is killed comes back at the same port with its data", async () => {
  usedBefore();
  const { url, pid, child } = await start();
  await write(url);
  process.kill(pid, "SIGKILL");
  await vi.waitUntil(() => count(url).catch(() => undefined), { timeout: PATIENCE, interval: 50 });
  expect(isAlive(pid)).toBe(false);
  expect(child.exitCode).toBeNull();
  const now = Number.parseInt(readFileSync(join(dataDir, "cluster", "postmaster.pid"), "utf8"), 10);
  child.kill("SIGTERM");
  await gone(now);
});

test("a database that doesn't stay up is lost, and its owner told", async () => {
  usedBefore();
  const { child, ended, word } = await firstWord(dataDir);
  const lines: Array<string> = [];
  child.stdout?.on("data", (chunk: Buffer) => lines.push(`${chunk}`));
  let pid: number = word.pid;
  while (child.exitCode === null) {
    if (isAlive(pid)) process.kill(pid, "SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 20));
    const file = join(dataDir, "cluster", "postmaster.pid");
    pid = existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) || pid : pid;
  }
  expect(await ended).toBe(0);
  expect(lines.join("")).toContain('"error":"ServerLost"');
});

test("a second instance is refused with the folder and the owner's pid", async () => {
  usedBefore();
  const first = await start();
  const { word, ended } = await firstWord(dataDir);
  await ended;
  expect(word).toMatchObject({ error: "AlreadyRunning", folder: dataDir, pid: first.child.pid });
  expect(isAlive(first.pid)).toBe(true);
  await kill(first, "SIGKILL");
  await start();
});

test("of five that start at once one wins", async () => {
  usedBefore();
  const rivals = await Promise.all(Array.from({ length: 5 }, () => firstWord(dataDir)));
  const winners = rivals.filter(({ word }) => word.error === undefined);
  expect(winners).toHaveLength(1);
  for (const { child, ended } of rivals) {
    child.kill("SIGTERM");
    await ended;
  }
  await gone(winners[0]?.word.pid);
});

test("a stale postmaster.pid whose number another program has now is no obstacle", async () => {
  usedBefore();
  const bystander = spawn("sleep", ["60"]);
  const file = join(dataDir, "cluster", "postmaster.pid");
  writeFileSync(file, `${bystander.pid}\n${join(dataDir, "cluster")}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);
  try {
    await start();
    expect(isAlive(bystander.pid ?? 0)).toBe(true);
  } finally {
    bystander.kill("SIGKILL");
  }
});

test("a first start that was cut off is repeated from nothing", async () => {
  mkdirSync(join(dataDir, "cluster.new-0000"), { recursive: true });
  writeFileSync(join(dataDir, "cluster.new-0000", "PG_VERSION"), "18\n");
  const { url } = await start();
  expect(await sql(url, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(existsSync(join(dataDir, "cluster.new-0000"))).toBe(false);
});

test("a folder that cannot be made is named", async () => {
  writeFileSync(join(home, "data"), "a file");
  const { word } = await firstWord(dataDir);
  expect(word).toMatchObject({ error: "FolderUnusable", folder: dataDir });
});

const isRoot = process.getuid?.() === 0;
const somebody = { uid: 65_534, gid: 65_534 };
const ordinary = isRoot ? { account: somebody } : {};

test("an ordinary user runs it as themselves", async () => {
  if (isRoot) chownSync(home, somebody.uid, somebody.gid);
  const first = await start({ ...ordinary, handlesSignals: true });
  await write(first.url);
  await kill(first, "SIGTERM");
  expect(statSync(join(dataDir, "cluster")).uid).toBe(isRoot ? somebody.uid : process.getuid?.());
  const second = await start(ordinary);
  expect(await count(second.url)).toBe(1);
  await kill(second, "SIGKILL");
  const third = await start(ordinary);
  expect(await count(third.url)).toBe(1);
  if (!isRoot) return;
  // What an ordinary user has made stays theirs, whoever starts it.
  await kill(third, "SIGKILL");
  const { pid } = await start({ handlesSignals: true });
  expect(statSync(`/proc/${pid}`).uid).toBe(somebody.uid);
});

// Nobody else can become another account: what these say is about root.
describe.each(isRoot ? ["root"] : [])("as %s", () => {
  test("the database is an unprivileged account's, in a folder that is root's alone", {
    timeout: PATIENCE,
  }, async () => {
    chmodSync(home, 0o700);
    const first = await start();
    expect(statSync(`/proc/${first.pid}`).uid).not.toBe(0);
    expect(statSync(join(dataDir, "cluster")).uid).toBe(statSync(`/proc/${first.pid}`).uid);
    await write(first.url);
    await kill(first, "SIGKILL");
    expect(await count((await start()).url)).toBe(1);
  });

  test("an ordinary user is told when the data are another's", async () => {
    usedBefore();
    const { word } = await firstWord(dataDir, { account: { uid: 54_321, gid: 54_321 } });
    expect(word).toMatchObject({ error: "FolderUnusable", folder: dataDir });
  });
});

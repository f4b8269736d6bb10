import { spawn } from "node:child_process";
import { join } from "node:path";
import { MemoryMembers } from "@resale/testkit";
import { membersContract, walk } from "@resale/testkit/contracts/plain";
import { describe, expect, it, onTestFinished } from "vitest";

const tried = (mailer: string): Promise<{ readonly code: number | null; readonly output: string }> =>
  new Promise((resolve) => {
    const file = join(import.meta.dirname, "mailer.fixture.ts");
    const { NODE_OPTIONS, NODE_TEST_CONTEXT, ...env } = process.env;
    const child = spawn(process.execPath, ["--test", "--test-reporter=spec", file], {
      env: { ...env, MAILER: mailer },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += part));
    child.on("close", (code) => resolve({ code, output }));
  });

const members = () =>
  membersContract("members", MemoryMembers.layer, {
    upsert: (told) => MemoryMembers.useSync(({ upsert }) => upsert(...told)),
  });

describe("contracts without Vitest", () => {
  it("are tried by Node's own runner, and a broken promise is told as a sentence", {
    timeout: 60_000,
  }, async () => {
    const sound = await tried("sound");
    expect(sound.output).toContain("✔ R28 the label goes with the mail as a PDF, byte for byte");
    expect(sound.code).toBe(0);
    const sick = await tried("forgetful");
    expect(sick.output).toContain("not so: R28 the label goes with the mail as a PDF, byte for byte");
    expect(sick.output).toContain("other files than the label and its QR code went with the mail");
    expect(sick.code).toBe(1);
  });

  it("are tried by whatever has describe, it and afterAll, as Jest has beside every test", async () => {
    const seen: Array<string> = [];
    const runs: Array<() => Promise<void>> = [];
    const globals = {
      describe: (name: string, body: () => void) => {
        seen.push(name);
        body();
      },
      it: (name: string, run: () => Promise<void>) => {
        seen.push(name);
        runs.push(run);
      },
      afterAll: (close: () => Promise<void>) => void runs.push(close),
    };
    walk(globals)(members());
    const names = [...seen];
    expect(names[0]).toBe("members: Members");
    Object.assign(globalThis, globals);
    onTestFinished(() => {
      for (const name of Object.keys(globals)) Reflect.deleteProperty(globalThis, name);
    });
    const { check } = await import("@resale/testkit/contracts/jest");
    check(members());
    expect(seen).toEqual([...names, ...names]);
    // Each contract's promises first, then what closes it: `afterAll` was called before `it`.
    const [closeFirst, ...rest] = runs;
    const half = rest.length / 2;
    for (const run of rest.slice(0, Math.floor(half))) await run();
    await closeFirst?.();
  });

  it("are plain data: a name, and promises that can be tried one by one", async () => {
    const { promises, close } = members();
    for (const { run } of promises) await run();
    await close();
    expect(promises.map(({ name }) => name)).toContain("R1 a member is found as the shop last told of them");
  });
});

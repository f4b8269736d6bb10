import { spawn } from "node:child_process";

/** One thing the house demands, done by one command. */
export interface Step {
  readonly name: string;
  readonly command: string;
  readonly arguments: ReadonlyArray<string>;
}

/** How a step ended. */
export interface Outcome {
  readonly name: string;
  readonly passed: boolean;
  /** Milliseconds. */
  readonly took: number;
}

const heading = (name: string): string => `\n── ${name} ${"─".repeat(Math.max(0, 76 - name.length))}\n`;

const launch = (step: Step, root: string, stdio: "inherit" | "pipe") =>
  spawn(step.command, step.arguments, {
    cwd: root,
    stdio: ["ignore", stdio, stdio],
    shell: process.platform === "win32",
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}) },
  });

/**
 * Runs a step to its end. With `live` its output appears as it comes; without, under its heading once it is done, so
 * that steps running side by side don't mix.
 */
export const run = (step: Step, root: string, { live }: { readonly live: boolean }): Promise<Outcome> =>
  new Promise((resolve) => {
    const began = performance.now();
    const output: Array<Buffer> = [];
    if (live) process.stdout.write(heading(step.name));
    const child = launch(step, root, live ? "inherit" : "pipe");
    child.stdout?.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => output.push(chunk));
    const end = (passed: boolean, message = "") => {
      if (!live) process.stdout.write(`${heading(step.name)}${Buffer.concat(output)}`);
      process.stdout.write(message);
      resolve({ name: step.name, passed, took: performance.now() - began });
    };
    child.on("error", (error) => end(false, `${error.message}\n`));
    child.on("close", (code, signal) => end(code === 0, signal === null ? "" : `ended by ${signal}\n`));
  });

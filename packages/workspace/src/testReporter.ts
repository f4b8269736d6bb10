import { writeFileSync } from "node:fs";
import type { Reporter, TestCase, TestModule, Vitest } from "vitest/node";
import { TALLY_FILE, type Tally } from "./testTally.ts";

const reasonOf = (test: TestCase): string => {
  const result = test.result();
  if (result.state === "skipped" && result.note !== undefined) return result.note;
  return test.options.mode === "todo" ? "to do" : "no reason given";
};

const line = (test: TestCase): string =>
  `  ${test.module.relativeModuleId} > ${test.fullName}: ${reasonOf(test)}`;

/**
 * Names every test that was left out, with the reason given to `context.skip(reason)`. Where `CI` is set, a test left
 * out fails the run: nothing there is optional. A run narrowed to some names leaves the others out without a word.
 */
export class TestReporter implements Reporter {
  readonly #environment: NodeJS.ProcessEnv;
  #vitest: Vitest | undefined;

  constructor(environment: NodeJS.ProcessEnv = process.env) {
    this.#environment = environment;
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: ReadonlyArray<TestModule>): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state: string) => tests.filter((test) => test.result().state === state);
    const skipped = inState("skipped");
    const broken = modules.filter((module) => module.errors().length > 0);
    this.#write({
      passed: inState("passed").length,
      failed: inState("failed").length + broken.length,
      skipped: skipped.length,
    });
    if (skipped.length > 0 && !this.#isNarrowed()) this.#tell(skipped);
  }

  #isNarrowed(): boolean {
    return this.#vitest?.config.testNamePattern !== undefined;
  }

  #tell(skipped: ReadonlyArray<TestCase>): void {
    const isFailure = Boolean(this.#environment["CI"]);
    const verdict = isFailure ? "which fails the run in CI" : "which would fail the run in CI";
    process.stdout.write(
      `\n${skipped.length} tests were skipped, ${verdict}:\n${skipped.map(line).join("\n")}\n`,
    );
    if (isFailure) process.exitCode = 1;
  }

  #write(tally: Tally): void {
    const file = this.#environment[TALLY_FILE];
    if (file !== undefined) writeFileSync(file, JSON.stringify(tally));
  }
}

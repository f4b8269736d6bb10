import { people } from "@resale/seed";
import { reasonNotToStart } from "./refusal.ts";
import { start } from "./start.ts";

const began = performance.now();
try {
  const { shopUrl, isOpen, isSandbox, metricsPort, stopGently } = await start();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const rows = people
    .slice(0, 4)
    .map(({ part, email, about }) => `    ${part.padEnd(9)} ${email.padEnd(34)} ${about}`);
  process.stdout.write(
    [
      `Ready after ${seconds} s.`,
      "",
      `  Shop    ${shopUrl}`,
      ...(isSandbox ? [`  Mails   ${shopUrl}/mails`] : []),
      `  API     ${shopUrl}/docs`,
      ...(metricsPort === undefined ? [] : [`  Metrics on port ${metricsPort}`]),
      "",
      ...(isOpen ? ["  Sign in (without a password) as", ...rows, ""] : []),
      ...(isSandbox ? ["  A whole sale, told step by step: npm run demo"] : []),
      "  Ctrl-C stops everything.",
      "",
    ].join("\n"),
  );
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    stopGently().then(
      () => process.exit(0),
      (cause) => {
        process.stderr.write(`${String(cause)}\n`);
        process.exit(1);
      },
    );
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
} catch (cause) {
  const reason = reasonNotToStart(cause);
  process.stderr.write(`${reason ?? (cause instanceof Error ? cause.stack : String(cause))}\n`);
  process.exit(1);
}

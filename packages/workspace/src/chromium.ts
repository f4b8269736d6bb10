import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const BROWSERS = ["chromium", "chromium-browser", "google-chrome"];

/** The browser of this machine, if it has one. */
export const findChromium = (): string | undefined =>
  (process.env["PATH"] ?? "")
    .split(":")
    .concat("/usr/bin")
    .flatMap((folder) => BROWSERS.map((name) => join(folder, name)))
    .find((file) => existsSync(file));

/** A window nobody sees, which asks the network for nothing of its own. */
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const openChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ARGUMENTS });

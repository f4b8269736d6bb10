import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isCampaign } from "./extent.ts";
import { hangPictures } from "./pictures.ts";

const root = join(import.meta.dirname, "..", "..", "..");

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });

const buildShop = async (): Promise<void> => {
  const script = join(root, "packages", "workspace", "src", "storefront.ts");
  const path = `${join(root, "node_modules", ".bin")}:${process.env["PATH"]}`;
  const child = spawn(process.execPath, [script], { cwd: root, env: { ...process.env, PATH: path } });
  await ended(child);
  if (child.exitCode !== 0) throw new Error("the shop can't be built");
};

/** By which whoever runs the shop's mail server signs what came back. */
export const MAIL_HOOK_SECRET = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;

/** The reference server as a process of its own, with an empty database that is gone with it. */
export const openShop = async (
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> => {
  await buildShop();
  const folder = mkdtempSync(join(tmpdir(), "resale-shop-"));
  const { DATABASE_URL: _, SMTP_URL: __, SHOP_URL: ___, ...rest } = process.env;
  if (!isCampaign) await hangPictures(join(folder, "photos"));
  // Receivers of this machine may be told: nobody listens there.
  const told = { WEBHOOK_HOSTS: "127.0.0.1:9", MAIL_HOOK_SECRET };
  const env = { ...rest, ...told, ...settings, DATA_DIR: folder, PORT: "0", LOG_LEVEL: "error" };
  const server = join(root, "examples", "server", "src", "main.ts");
  const child = spawn(process.execPath, [server], { cwd: root, env });
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /Shop\s+(http\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found.replace("localhost", "127.0.0.1"));
    });
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once("exit", () => reject(new Error(`the server did not start: ${said}`)));
  });
  const close = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, close };
};

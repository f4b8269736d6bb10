// Runs on whatever Node the machine has (20.19 or later), before anything is installed: no dependencies here.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const PNPM = "pnpm@12.21.0";
const OLDEST_NODE = [20, 19];

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const stampFile = join(root, "node_modules", ".installed");
const isWindows = process.platform === "win32";

const fail = (message) => {
  process.stderr.write(`\n${message}\n\n`);
  process.exit(1);
};

const isTooOld = () => {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
};

const manifests = () =>
  ["packages", "examples"]
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name, "package.json")))
    .filter((file) => existsSync(join(root, file)))
    .sort();

const wanted = () => {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", ...manifests()]) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
};

const isInstalled = (stamp) =>
  existsSync(stampFile) &&
  readFileSync(stampFile, "utf8") === stamp &&
  existsSync(join(root, "node_modules", ".bin", isWindows ? "node.cmd" : "node"));

const install = () => {
  process.stdout.write("Installing what the lockfile names (first run, or it has changed) ...\n");
  const { status } = spawnSync(
    "npx",
    ["--yes", PNPM, "install", "--frozen-lockfile", "--reporter=append-only"],
    {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      shell: isWindows,
      env: {
        ...process.env,
        npm_config_loglevel: "error",
        npm_config_update_notifier: "false",
        pnpm_config_confirm_modules_purge: "false",
      },
    },
  );
  if (status !== 0) fail("Installing failed; what went wrong stands above.");
};

if (isTooOld()) {
  fail(
    `This needs Node ${OLDEST_NODE.join(".")} or later to install itself; here is ${process.versions.node}.\n` +
      "Get a current one from https://nodejs.org and repeat.",
  );
}

const stamp = wanted();
if (!isInstalled(stamp)) {
  install();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted());
}

const entry = process.argv[2];
if (entry !== undefined && !existsSync(join(root, entry)))
  fail(`There is nothing to run: ${entry} is missing.`);

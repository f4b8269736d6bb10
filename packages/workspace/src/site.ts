import { createReadStream, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { build } from "vitepress";
import { searchFaults } from "./site/searched.ts";
import { staged } from "./site/staged.ts";

// Builds the documentation as a site into packages/workspace/site/dist; `--serve` shows it on this machine.
const site = join(import.meta.dirname, "..", "site");
const dist = join(site, "dist");

const { pages, files, missing } = staged();
const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};
rmSync(join(site, ".pages"), { recursive: true, force: true });
for (const [path, text] of pages) write(join(site, ".pages", path), text);
for (const [path, text] of files) write(join(site, ".pages", "public", path), text);

await build(site);
const faults = [...missing, ...(await searchFaults(dist))];
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(`${pages.size} pages in packages/workspace/site/dist, ${faults.length} faults\n`);
process.exitCode = faults.length > 0 ? 1 : 0;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

if (process.argv.includes("--serve")) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    const named = join(dist, path);
    const file = existsSync(named) && statSync(named).isDirectory() ? join(named, "index.html") : named;
    const found = file.startsWith(dist) && existsSync(file);
    response.writeHead(found ? 200 : 404, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    });
    createReadStream(found ? file : join(dist, "404.html")).pipe(response);
  });
  server.listen(Number(process.env["PORT"] ?? 4100), "127.0.0.1", () => {
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : "";
    process.stdout.write(`http://127.0.0.1:${port}/\n`);
  });
}

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const built = async (folder: string, name: string, source: string, format: "es" | "iife") => {
  const entry = join(folder, `${name}.bundle.js`);
  writeFileSync(entry, source);
  const output = await build({
    root: folder,
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: true,
      target: "es2023",
      lib: { entry, formats: [format], fileName: name, name },
      rollupOptions: {
        onwarn: (warning) => {
          throw new Error(`${name}: ${warning.message}`);
        },
      },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (first === undefined || !("output" in first)) throw new Error(`${name} was not bundled`);
  return first.output.map((part) => (part.type === "chunk" ? part.code : "")).join("");
};

/** What pages and workers of browsers both have beside the language itself: nothing of Node, and no document. */
const SHARED = [
  "TextEncoder",
  "TextDecoder",
  "URL",
  "crypto",
  "performance",
  "setTimeout",
  "clearTimeout",
  "console",
] as const;

/** Runs a bundled module where there is only what pages and workers share; answers what it exports. */
export const ranAlone = async (folder: string, name: string, source: string): Promise<unknown> => {
  const code = await built(folder, name, source, "iife");
  const there = Object.fromEntries(SHARED.map((global) => [global, Reflect.get(globalThis, global)]));
  return runInNewContext(`${code};${name}`, there);
};

/** Bundles a module for browsers and workers; answers what a browser would be sent, in bytes. */
export const bundled = async (folder: string, name: string, source: string) => {
  const code = await built(folder, name, source, "es");
  const foreign = /\bfrom\s*["']node:|\brequire\(|\bprocess\.|\bBuffer\b|__vite-browser-external/.exec(code);
  return { bytes: code.length, gzipped: gzipSync(code).length, foreign: foreign?.[0] };
};

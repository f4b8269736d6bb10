import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";

/** Bundles a module for browsers and workers; answers what a browser would be sent, in bytes. */
export const bundled = async (folder: string, name: string, source: string) => {
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
      lib: { entry, formats: ["es"], fileName: name },
      rollupOptions: {
        onwarn: (warning) => {
          throw new Error(`${name}: ${warning.message}`);
        },
      },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (first === undefined || !("output" in first)) throw new Error(`${name} was not bundled`);
  const code = first.output.map((part) => (part.type === "chunk" ? part.code : "")).join("");
  const foreign = /\bfrom\s*["']node:|\brequire\(|\bprocess\.|\bBuffer\b|__vite-browser-external/.exec(code);
  return { bytes: code.length, gzipped: gzipSync(code).length, foreign: foreign?.[0] };
};

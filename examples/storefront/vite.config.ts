import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

/** Where the reference server listens, for `vite` in development. */
const server = process.env["RESALE_SERVER"] ?? "http://127.0.0.1:4000";

const WORTH_IT = /\.(?:js|css|html|svg)$/;

/** Compressed once, when it is built: the server only picks what the browser takes. */
const compressed = (): Plugin => ({
  name: "compressed",
  apply: "build",
  writeBundle: async ({ dir }, bundle) => {
    const files = Object.keys(bundle).filter((file) => WORTH_IT.test(file));
    const both = files.map(async (name) => {
      const file = join(dir ?? "dist", name);
      const text = await readFile(file);
      await writeFile(`${file}.br`, await promisify(brotliCompress)(text));
      await writeFile(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
    });
    await Promise.all(both);
  },
});

const STYLES = /<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/g;

/** The page holds its styles, so that it is shown as soon as it is there. */
const shownFirst = (): Plugin => ({
  name: "shown-first",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (html, { bundle = {} }) =>
      html.replaceAll(STYLES, (link, name) => {
        const found = bundle[name];
        if (found?.type !== "asset") return link;
        delete bundle[name];
        return `<style>${String(found.source).trim()}</style>`;
      }),
  },
});

export default defineConfig(({ isSsrBuild }) => ({
  oxc: { jsx: { runtime: "automatic" } },
  plugins: isSsrBuild ? [] : [shownFirst(), compressed()],
  // Pages are written ahead by one file, which finds all it needs in itself.
  ...(isSsrBuild ? { define: { "process.env.NODE_ENV": '"production"' }, ssr: { noExternal: true } } : {}),
  build: {
    target: "es2024",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    emptyOutDir: true,
    copyPublicDir: !isSsrBuild,
    rolldownOptions: {
      // Looking at a property does nothing, here as nearly everywhere: what is only looked at need not be sent.
      treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
      // "use client" speaks to server renderers, of which there is none here.
      onLog: (level, log, report) => (log.code === "MODULE_LEVEL_DIRECTIVE" ? undefined : report(level, log)),
    },
  },
  server: { proxy: { "^/(api|sign-in|sandbox|mails|docs|openapi.json)": { target: server } } },
}));

import type { TextFile } from "../src/architecture/SourceFile.ts";
import type { Violation } from "../src/architecture/Violation.ts";
import { violations } from "../src/architecture/violations.ts";

const json = (value: unknown): string => JSON.stringify(value);

const IN_ORDER: Readonly<Record<string, string>> = {
  "package.json": json({ name: "resale", private: true }),
  "pnpm-lock.yaml": "lockfileVersion: '9.0'\n",
  "tsconfig.json": json({ references: ["core", "mail"].map((name) => ({ path: `packages/${name}` })) }),
  "packages/core/package.json": json({
    name: "@resale/core",
    exports: { ".": "./src/index.ts" },
    peerDependencies: { effect: "catalog:" },
  }),
  "packages/core/tsconfig.json": json({}),
  "packages/core/src/index.ts": 'export * from "./order/Order.ts";',
  "packages/core/src/order/Order.ts": 'import { Effect } from "effect"; export const x = Effect.void;',
  "packages/mail/package.json": json({
    name: "@resale/mail",
    exports: { ".": "./src/index.ts" },
    dependencies: { "@resale/core": "workspace:*" },
    devDependencies: { "@resale/postgres": "workspace:*", vitest: "catalog:" },
  }),
  "packages/mail/tsconfig.json": json({ references: [{ path: "../core" }] }),
  "packages/postgres/package.json": json({
    name: "@resale/postgres",
    exports: { ".": "./src/index.ts", "./testing": "./src/testing/index.ts" },
  }),
  "packages/testkit/package.json": json({
    name: "@resale/testkit",
    dependencies: { "@resale/core": "workspace:*", effect: "catalog:", "fast-check": "catalog:" },
  }),
  "examples/server/package.json": json({
    name: "server",
    private: true,
    dependencies: { "@resale/mail": "workspace:*", "@resale/postgres": "workspace:*" },
  }),
};

/** A small workspace in order, with some files put in or in place of its own. */
export const house = (changes: Readonly<Record<string, string>> = {}): ReadonlyArray<TextFile> =>
  Object.entries({ ...IN_ORDER, ...changes }).map(([path, text]) => ({ path, text }));

/** The rules that a change to the house in order breaks. */
export const broken = (changes: Readonly<Record<string, string>>): ReadonlyArray<Violation["rule"]> => [
  ...new Set(violations(house(changes)).map(({ rule }) => rule)),
];

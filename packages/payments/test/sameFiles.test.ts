import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { assert, it } from "@effect/vitest";

const packages = join(import.meta.dirname, "..", "..");

const filesOf = (name: string): ReadonlyMap<string, string> => {
  const source = join(packages, name, "src");
  const files = [
    "webhook/Signature.ts",
    ...readdirSync(join(source, "folder")).map((file) => `folder/${file}`),
  ];
  return new Map(files.sort().map((file) => [file, readFileSync(join(source, file), "utf8")]));
};

it("the files that carriers and payments have in common are the same", () => {
  assert.deepStrictEqual(filesOf("payments"), filesOf("carriers"));
});

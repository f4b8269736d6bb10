import { join } from "node:path";
import { Schema } from "effect";
import { expect, it } from "vitest";
import { resaleApi } from "../src/contract/api.ts";
import { bytesType } from "../src/contract/bytes.ts";
import { liveAnswer } from "../src/contract/live.ts";

const FILE = join(import.meta.dirname, "..", "src", "client", "routes.ts");

it("a light client knows each route of the contract, and no other", async () => {
  const groups = Object.entries(resaleApi.groups).map(([group, { endpoints }]) => {
    const lines = Object.entries(endpoints).map(
      ([name, { method, path }]) => `    ${name}: "${method} ${path}",\n`,
    );
    return `  ${group}: {\n${lines.join("")}  },\n`;
  });
  const made = "Made of the contract by a test; not to be changed by hand.";
  await expect(
    `/** Every route by its group and name. ${made} */\nexport const routes = {\n${groups.join("")}} as const;\n`,
  ).toMatchFileSnapshot(FILE);
});

/** Where a schema makes something else of JSON than it is. */
const madeElse = (node: unknown, path: string, seen = new Set<unknown>()): ReadonlyArray<string> => {
  if (typeof node !== "object" || node === null || seen.has(node) || node === Schema.Json.ast) return [];
  seen.add(node);
  if ("encoding" in node && node.encoding !== undefined) return [path];
  if ("_tag" in node && (node._tag === "Declaration" || node._tag === "BigInt")) return [path];
  return Object.entries(node)
    .filter(([name]) => name !== "annotations" && name !== "checks")
    .flatMap(([name, part]) => madeElse(part, `${path}.${name}`, seen));
};

it("a light client may take answers as they are: none is made into anything else by its schema", () => {
  const answers = Object.entries(resaleApi.groups).flatMap(([group, { endpoints }]) =>
    Object.entries(endpoints).flatMap(([name, { success }]) =>
      [...success].map((schema) => [`${group}.${name}`, liveAnswer(schema) ?? schema] as const),
    ),
  );
  expect(answers.length).toBeGreaterThan(80);
  const json = answers.filter(([, schema]) => bytesType(schema) === undefined);
  expect(json.flatMap(([name, { ast }]) => (ast._tag === "Void" ? [] : madeElse(ast, name)))).toEqual([]);
  expect(madeElse(Schema.Struct({ at: Schema.DateFromString }).ast, "S"), "the test sees such").not.toEqual(
    [],
  );
});

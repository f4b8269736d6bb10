import { join } from "node:path";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { describe, expect, it } from "vitest";
import { problemNames, problems } from "../src/index.ts";
import { openApiOf } from "../src/server/openApi.ts";
import { operations } from "./requests.ts";

const documents = [
  ["with the time machine", openApiOf(true)],
  ["of production", openApiOf(false)],
] as const;

const lint = async (document: unknown): Promise<ReadonlyArray<string>> => {
  const found = await lintFromString({
    source: JSON.stringify(document),
    absoluteRef: join(import.meta.dirname, "openapi.json"),
    config: await createConfig({ extends: ["recommended"] }),
  });
  return found.map(({ ruleId, message, location }) => `${ruleId}: ${message} (${location[0]?.pointer})`);
};

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every Schema of an object or a union that stands in a document, as text; streams wrap theirs in events. */
const schemasIn = (value: unknown): ReadonlyArray<string> => {
  if (Array.isArray(value)) return value.flatMap(schemasIn);
  if (!isJson(value)) return [];
  const inner = Object.entries(value).flatMap(([key, one]) =>
    /^(examples?|text\/event-stream)$/.test(key) ? [] : schemasIn(one),
  );
  return value["type"] === "object" || "anyOf" in value ? [JSON.stringify(value), ...inner] : inner;
};

/** A Schema that is longer than this has a name of its own. */
const LONG = 250;

describe.each(documents)("the OpenAPI document %s", (_, document) => {
  const all = Object.values(document.paths).flatMap(({ get, post, put, patch, delete: remove }) =>
    [get, post, put, patch, remove].filter((one) => one !== undefined),
  );

  it("passes a public linter's recommended rules, examples included, without a warning", async () => {
    expect(await lint(document)).toEqual([]);
  });

  it("says of each operation, parameter, answer and group what it is", () => {
    expect(all.length).toBeGreaterThan(60);
    for (const { operationId, summary = "", description = "", parameters, responses } of all) {
      expect(summary.length, operationId).toBeGreaterThan(8);
      expect(description, operationId).toMatch(/^For /);
      for (const parameter of parameters) {
        expect(parameter.description?.length, `${operationId} ${parameter.name}`).toBeGreaterThan(8);
      }
      for (const answer of Object.values(responses)) {
        expect("$ref" in answer || answer.description.length > 4, operationId).toBe(true);
      }
    }
    for (const { name, description = "" } of document.tags)
      expect(description.length, name).toBeGreaterThan(20);
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      expect(schema["description"], name).toBeTruthy();
    }
  });

  it("says nothing long twice", () => {
    const seen = new Set<string>();
    for (const schema of schemasIn([document.paths, document.components.schemas])) {
      if (schema.length < LONG) continue;
      expect(seen.has(schema), schema).toBe(false);
      seen.add(schema);
    }
    expect(seen.size).toBeGreaterThan(30);
  });

  it("shows of each operation with a body what was really asked and answered", () => {
    for (const { operationId, requestBody, responses } of all) {
      const asked = requestBody?.content["application/json"];
      if (asked !== undefined && !operationId?.startsWith("webhooks")) {
        expect(asked, operationId).toHaveProperty("example");
      }
      for (const answer of Object.values(responses)) {
        const told = "content" in answer ? answer.content?.["application/json"] : undefined;
        if (told !== undefined) expect(told, operationId).toHaveProperty("example");
      }
    }
  });

  it("names If-Match, ETag and Retry-After where they matter", () => {
    for (const { operationId, parameters, responses } of all) {
      const has = (name: string) => parameters.some((one) => one.name === name);
      expect("412" in responses, operationId).toBe(has("if-match"));
      expect("304" in responses, operationId).toBe(has("if-none-match"));
    }
    const text = JSON.stringify(document);
    expect(text).toContain("Retry-After");
    expect(text).toContain("WWW-Authenticate");
  });
});

describe("the OpenAPI document", () => {
  it("is found fault with, where it deserves it", async () => {
    const document = openApiOf(true);
    expect(await lint({ ...document, info: { title: "x", version: "1" } })).toHaveLength(1);
    const program = document.paths["/program"]?.get?.responses["200"]?.content?.["application/json"];
    Object.assign(program ?? {}, { example: { name: 1 } });
    expect((await lint(document)).join()).toContain("no-invalid-media-type-examples");
  });

  it("forgets no group in production but the time machine", () => {
    const ids = (withSandbox: boolean) =>
      Object.values(openApiOf(withSandbox).paths).flatMap((path) =>
        Object.values(path).flatMap((operation) => ("operationId" in operation ? operation.operationId : [])),
      );
    expect(ids(true).sort()).toEqual(
      operations()
        .map(({ id }) => id)
        .sort(),
    );
    expect(ids(false).sort()).toEqual(
      ids(true)
        .filter((id) => !id?.startsWith("sandbox."))
        .sort(),
    );
    expect(JSON.stringify(openApiOf(false))).not.toContain("sandbox");
  });

  it("knows a status, a meaning and a way out of each problem", () => {
    for (const name of problemNames) {
      const { status, means, wayOut } = problems[name];
      expect(status, name).toBeGreaterThanOrEqual(400);
      expect(means, name).toMatch(/^[A-Z“`].*[.)]$/);
      expect(wayOut, name).toMatch(/^[A-Z“`].*\.$/);
    }
  });
});

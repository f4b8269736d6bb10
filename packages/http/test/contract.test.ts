import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import type { OpenApi } from "effect/http-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApiOf } from "../src/index.ts";
import { operations } from "./requests.ts";
import { openShop, type Shop } from "./shop.ts";

describe("the contract", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it("names each operation once, and by the same name for ever", () => {
    const all = operations();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ method, path }) => `${method} ${path}`)).size).toBe(all.length);
    expect(all.map(({ id, method, path }) => `${id} ${method} ${path}`)).toMatchSnapshot();
  });

  it("has a native route for each operation", () => {
    for (const { id, method, path } of operations()) {
      expect(shop.app.hasRoute({ method: method as "GET", url: path }), id).toBe(true);
    }
  });

  it("is a valid OpenAPI 3.1 document with each operation in it", async () => {
    const answer = await fetch(`${shop.baseUrl}/openapi.json`);
    const document: OpenApi.OpenAPISpec = JSON.parse(await answer.text());
    const validation = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(validation.errors ?? []).toEqual([]);
    expect(validation.valid).toBe(true);
    expect(document.openapi).toBe("3.1.0");
    const ids = Object.values(document.paths)
      .flatMap(({ get, post, put, patch, delete: remove }) => [get, post, put, patch, remove])
      .flatMap((operation) => operation?.operationId ?? [])
      .sort();
    expect(Object.keys(document.components.schemas).filter((name) => name.startsWith("Problem"))).toEqual([
      "Problem",
    ]);
    expect(ids).toEqual(
      operations()
        .map(({ id }) => id)
        .sort(),
    );
  });

  it("needs nothing of Node, and neither does its client: a browser can have both", () => {
    const src = join(import.meta.dirname, "..", "src");
    const files = globSync(["contract/*.ts", "client/*.ts"], { cwd: src });
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const imports = [...readFileSync(join(src, file), "utf8").matchAll(/from "([^"]+)"/g)];
      for (const [, from = ""] of imports) {
        expect(from, file).toMatch(
          /^(effect(\/http(-api)?)?|@resale\/core|\.\/\w+\.ts|\.\.\/contract\/\w+\.ts)$/,
        );
      }
    }
  });

  it("tells nothing of the time machine where there is none", () => {
    expect(Object.keys(openApiOf(false).paths).filter((path) => path.startsWith("/sandbox"))).toEqual([]);
    expect(Object.keys(openApiOf(true).paths)).toContain("/sandbox/clock");
  });

  it("shows itself on a page that fetches nothing from anywhere", async () => {
    const answer = await fetch(`${shop.baseUrl}/docs`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const html = await answer.text();
    expect(html).toContain("Resale marketplace");
    expect(html).not.toMatch(/<(script|link|img)[^>]+(src|href)=["']?(https?:)?\/\//i);
  });
});

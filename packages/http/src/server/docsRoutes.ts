import { HttpRouter } from "effect/http";
import type { FastifyInstance } from "fastify";
import { pageHeaders } from "../pages/pageHeaders.ts";
import { docsPage, openApiOf } from "./openApi.ts";

/** The page holds all it needs: it is made once, when somebody first asks. */
const renderPage = async (withSandbox: boolean, base: string): Promise<string> => {
  const { handler, dispose } = HttpRouter.toWebHandler(docsPage(withSandbox, base), { disableLogger: true });
  try {
    return await (await handler(new Request("http://localhost/docs"))).text();
  } finally {
    await dispose();
  }
};

/** The OpenAPI document at `/openapi.json` and a page to read it at `/docs`, which fetches nothing from anywhere. */
export const docsRoutes = (fastify: FastifyInstance, withSandbox: boolean): void => {
  let document: string | undefined;
  let page: Promise<string> | undefined;
  const base = fastify.prefix === "" ? "/" : fastify.prefix;
  const cached = { "cache-control": "public, max-age=300" };
  fastify.get("/openapi.json", (_, reply) => {
    document ??= JSON.stringify(openApiOf(withSandbox, base));
    return reply.headers(cached).type("application/json; charset=utf-8").send(document);
  });
  fastify.get("/docs", async (_, reply) => {
    page ??= renderPage(withSandbox, base);
    return pageHeaders(reply, "docs")
      .headers(cached)
      .type("text/html; charset=utf-8")
      .send(await page);
  });
};

import { Layer } from "effect";
import { HttpRouter } from "effect/http";
import { HttpApiSwagger } from "effect/http-api";
import type { FastifyInstance } from "fastify";
import { resaleApi } from "../contract/api.ts";
import { openApiOf } from "./openApi.ts";

/** The page holds all it needs: it is made once, when somebody first asks. */
const renderPage = async (): Promise<string> => {
  const { handler, dispose } = HttpRouter.toWebHandler(
    HttpApiSwagger.layer(resaleApi, { path: "/docs" }).pipe(Layer.orDie),
    { disableLogger: true },
  );
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
  const cached = { "cache-control": "public, max-age=300" };
  fastify.get("/openapi.json", (_, reply) => {
    document ??= JSON.stringify(openApiOf(withSandbox));
    return reply.headers(cached).type("application/json; charset=utf-8").send(document);
  });
  fastify.get("/docs", async (_, reply) => {
    page ??= renderPage();
    return reply
      .headers(cached)
      .type("text/html; charset=utf-8")
      .send(await page);
  });
};

import type { Programs } from "@resale/core";
import { pageHeaders } from "@resale/http";
import { type ManagedRuntime, Option } from "effect";
import type { FastifyInstance, FastifyReply } from "fastify";
import { examplePhoto, templateHtml, templatePage, templatesPage, type View } from "../pages/templates.ts";
import type { Settings } from "../wiring/Settings.ts";
import { MAIL_POLICY, notFound } from "./pages.ts";

type Asked = { readonly [Name in keyof View]?: string };

const viewOf = ({ mode, width }: Asked): View => ({
  mode: mode === "dark" ? "dark" : "light",
  width: width === "360" ? "360" : "wide",
});

const html = (reply: FastifyReply, body: Option.Option<string>) =>
  Option.isNone(body) ? notFound(reply) : reply.type("text/html; charset=utf-8").send(body.value);

const answer = (reply: FastifyReply, body: Option.Option<string>) => html(pageHeaders(reply), body);

/** Every mail template with example data, by day and by night, wide and on a telephone: for whoever works on them. */
export const templates = (
  app: FastifyInstance,
  runtime: ManagedRuntime.ManagedRuntime<Programs | Settings, unknown>,
): void => {
  app.get("/mails/templates", async (_, reply) =>
    answer(reply, Option.some(await runtime.runPromise(templatesPage()))),
  );
  app.get("/mails/templates/photo.svg", (_, reply) => reply.type("image/svg+xml").send(examplePhoto()));
  app.get<{ Params: { key: string }; Querystring: Asked }>(
    "/mails/templates/:key",
    async ({ params, query }, reply) =>
      answer(reply, await runtime.runPromise(templatePage(params.key, viewOf(query)))),
  );
  app.get<{ Params: { key: string }; Querystring: Asked }>(
    "/mails/templates/:key/html",
    async ({ params, query }, reply) => {
      reply.header("content-security-policy", MAIL_POLICY);
      return html(reply, await runtime.runPromise(templateHtml(params.key, viewOf(query).mode)));
    },
  );
};

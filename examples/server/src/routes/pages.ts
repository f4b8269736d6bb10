import { pageHeaders } from "@resale/http";
import { Effect, Option } from "effect";
import type { FastifyInstance, FastifyReply } from "fastify";
import { keptMail, mailPage, mailsPage, mailsTo } from "../pages/mails.ts";
import type { Runtime } from "../Runtime.ts";

/** A mail's own HTML may load pictures and nothing else. */
export const MAIL_POLICY =
  "default-src 'none'; img-src * data:; style-src 'unsafe-inline'; sandbox allow-popups";

export const notFound = (reply: FastifyReply) =>
  reply.code(404).type("text/plain").send("There is no such page.\n");

/** The server's own pages, beside the shop's: the mails it has sent. */
export const pages = (app: FastifyInstance, runtime: Runtime): void => {
  const mailOf = (id: string) => runtime.runPromise(Effect.map(keptMail(id), Option.getOrUndefined));

  app.get<{ Querystring: { to?: string } }>("/mails", async ({ query }, reply) =>
    pageHeaders(reply)
      .type("text/html; charset=utf-8")
      .send(await runtime.runPromise(mailsPage(query.to))),
  );
  app.get<{ Querystring: { to: string } }>(
    "/mails.json",
    { schema: { querystring: { type: "object", required: ["to"], properties: { to: { type: "string" } } } } },
    ({ query }) => runtime.runPromise(mailsTo(query.to)),
  );
  app.get<{ Params: { id: string } }>("/mails/:id", async ({ params }, reply) => {
    const mail = await mailOf(params.id);
    if (mail === undefined) return notFound(reply);
    return pageHeaders(reply)
      .type("text/html; charset=utf-8")
      .send(await runtime.runPromise(mailPage(mail)));
  });
  app.get<{ Params: { id: string } }>("/mails/:id/html", async ({ params }, reply) => {
    const mail = await mailOf(params.id);
    if (mail === undefined) return notFound(reply);
    return reply
      .header("content-security-policy", MAIL_POLICY)
      .type("text/html; charset=utf-8")
      .send(mail.html);
  });
  app.get<{ Params: { id: string; file: string } }>("/mails/:id/files/:file", async ({ params }, reply) => {
    const mail = await mailOf(params.id);
    const file = mail?.attachments[Number(params.file)];
    if (file === undefined) return notFound(reply);
    return reply
      .header("x-content-type-options", "nosniff")
      .header("content-disposition", `attachment; filename="${file.name.replaceAll(/[^\w.-]/g, "_")}"`)
      .type(file.contentType)
      .send(Buffer.from(file.bytes));
  });
};

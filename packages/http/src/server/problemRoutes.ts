import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Page, problemAt, problemIndex, problemPage } from "../problems/pages.ts";
import { sendRefused } from "./answering.ts";
import { refused } from "./Refused.ts";

/** Browsers name HTML first and programs JSON; who says nothing, such as `curl`, reads text. */
const formOf = ({ headers: { accept = "" } }: FastifyRequest): keyof Page => {
  const [wanted] = accept
    .split(",")
    .map((one) => one.split(";")[0]?.trim().toLowerCase() ?? "")
    .flatMap((type): ReadonlyArray<keyof Page> => {
      if (type === "text/html" || type === "application/xhtml+xml") return ["html"];
      return type === "application/json" || type === "application/problem+json" ? ["json"] : [];
    });
  return wanted ?? "text";
};

const TYPES: { readonly [Form in keyof Page]: string } = {
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
  text: "text/plain; charset=utf-8",
};

const show = (request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply => {
  const form = formOf(request);
  return reply
    .headers({ "cache-control": "public, max-age=300", vary: "accept" })
    .type(TYPES[form])
    .send(form === "json" ? JSON.stringify(page.json) : page[form]);
};

/** The pages to which the `type` of a problem leads: all of them, and one each. */
export const problemRoutes = (fastify: FastifyInstance): void => {
  fastify.get("/problems", (request, reply) => show(request, reply, problemIndex()));
  fastify.get<{ Params: { name: string } }>("/problems/:name", (request, reply) => {
    const name = problemAt(request.params.name);
    return name === undefined
      ? sendRefused(request, reply, refused("NotFound", "There is no such problem."))
      : show(request, reply, problemPage(name));
  });
};

import { pageHeaders } from "@resale/http";
import { Option } from "effect";
import type { FastifyInstance, FastifyReply } from "fastify";
import { askToStop, startMails, stopMails } from "../pages/unsubscribe.ts";
import type { Runtime } from "../Runtime.ts";

/** `List-Unsubscribe=One-Click`, and what a form sends: nothing of it is needed. */
const MOST_BYTES = 4_096;

const answer = (reply: FastifyReply, body: Option.Option<string>) =>
  Option.isNone(body)
    ? reply.code(404).type("text/plain").send("This link is not, or no longer, one of ours.\n")
    : pageHeaders(reply)
        .header("cache-control", "no-store")
        .type("text/html; charset=utf-8")
        .send(body.value);

/** Where a reader stops optional mails with one click (RFC 8058), and asks for them again. */
export const unsubscribe = (app: FastifyInstance, runtime: Runtime): void => {
  app.register((scope, _options, ready) => {
    scope.addContentTypeParser("*", { parseAs: "string", bodyLimit: MOST_BYTES }, (_request, _body, done) =>
      done(null),
    );
    scope.get<{ Params: { token: string } }>("/mail/unsubscribe/:token", async ({ params }, reply) =>
      answer(reply, await runtime.runPromise(askToStop(params.token))),
    );
    scope.post<{ Params: { token: string } }>("/mail/unsubscribe/:token", async ({ params }, reply) =>
      answer(reply, await runtime.runPromise(stopMails(params.token))),
    );
    scope.post<{ Params: { token: string } }>("/mail/unsubscribe/:token/undo", async ({ params }, reply) =>
      answer(reply, await runtime.runPromise(startMails(params.token))),
    );
    ready();
  });
};

import { fastify } from "fastify";
import { expect, test } from "vitest";
import { fastifyOptions } from "../src/index.ts";

test("a log names requests and subjects, and nothing that proves who somebody is, or where they live", async () => {
  const lines: Array<string> = [];
  const app = fastify(fastifyOptions({ level: "info", stream: { write: (line) => void lines.push(line) } }));
  app.post("/orders/:order", (request, reply) => {
    const { headers } = request;
    request.log.warn({ headers, body: request.body, shipTo: { line1: "77 Secret Lane" } }, "looked at");
    request.log.error({ about: { person: { email: "ada@secret.example", token: "tok_secret" } } }, "deep");
    return reply.header("set-cookie", "session=secret").send({});
  });
  const answer = await app.inject({
    method: "POST",
    url: "/orders/0190-order?email=typed@secret.example",
    headers: { authorization: "Bearer secret", cookie: "session=secret" },
    payload: {
      email: "ada@secret.example",
      address: { line1: "77 Secret Lane" },
      secret: "secret",
      stars: 5,
    },
  });
  const log = lines.join("");
  expect(log).not.toMatch(/secret\.example|Secret Lane|Bearer secret|session=secret|tok_secret|":"secret"/);
  expect(log).toContain("[hidden]");
  expect(log).toContain('"path":"/orders/0190-order"');
  expect(log).toContain('"stars":5');
  const ids = new Set(lines.map((line) => (JSON.parse(line) as { readonly reqId?: string }).reqId));
  expect(ids.size).toBe(1);
  expect(answer.statusCode).toBe(200);
  await app.close();
});

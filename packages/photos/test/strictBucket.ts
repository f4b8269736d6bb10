import { createHash, createHmac } from "node:crypto";
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Effect } from "effect";
import { aBucket, optionsAt } from "./bucket.ts";

const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** The signature of an address, reckoned as AWS describes it, from what arrived: headers that are signed count as they came. */
const signatureOf = ({ method, headers }: IncomingMessage, url: URL): string => {
  const { searchParams: query } = url;
  const names = query.get("X-Amz-SignedHeaders") ?? "";
  const lines = names.split(";").map((name) => `${name}:${headers[name] ?? ""}\n`);
  const search = [...query]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join("&");
  const canonical = [method, url.pathname, search, lines.join(""), names, "UNSIGNED-PAYLOAD"].join("\n");
  const date = query.get("X-Amz-Date") ?? "";
  const scope = [date.slice(0, 8), "us-east-1", "s3", "aws4_request"];
  const key = scope.reduce<string | Buffer>((parent, part) => hmac(parent, part), "AWS4S3RVER");
  const hash = createHash("sha256").update(canonical).digest("hex");
  return hmac(key, ["AWS4-HMAC-SHA256", date, scope.join("/"), hash].join("\n")).toString("hex");
};

const momentOf = (date: string): number => {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  return Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s));
};

/**
 * A store that takes nothing it was not promised: it looks at signed addresses as AWS does (what they sign, and until when),
 * which the server that keeps its files does not. `ahead` is how far its clock goes before ours, in milliseconds.
 */
export const aStrictBucket = Effect.gen(function* () {
  const { options: behind } = yield* aBucket;
  const { port: inner } = new URL(behind.endpoint);
  const clock = { ahead: 0 };
  const refuse = (response: ServerResponse, code: string): void =>
    void response.writeHead(403).end(`<Error><Code>${code}</Code></Error>`);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
    const { searchParams: query } = url;
    if (query.has("X-Amz-Signature")) {
      const until = momentOf(query.get("X-Amz-Date") ?? "") + Number(query.get("X-Amz-Expires")) * 1_000;
      if (Date.now() + clock.ahead > until) return refuse(response, "AccessDenied");
      if (query.get("X-Amz-Signature") !== signatureOf(request, url)) {
        return refuse(response, "SignatureDoesNotMatch");
      }
    } else if (request.headers.authorization === undefined) return refuse(response, "AccessDenied");
    const { method, headers } = request;
    const passed = ask({ port: inner, path: request.url, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on("error", () => response.destroy());
    request.pipe(passed);
  });
  yield* Effect.acquireRelease(
    Effect.promise(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))),
    () =>
      Effect.promise(async () => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }),
  );
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the store has no port");
  return { clock, options: optionsAt(`http://127.0.0.1:${address.port}`) };
});

import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { assert, describe, it } from "@effect/vitest";
import { PhotoId } from "@resale/core";
import { hurried } from "@resale/testkit";
import { ConfigProvider, Effect, Option } from "effect";
import { type S3Options, s3Config, s3Store } from "../src/s3/index.ts";
import { aBucket, optionsAt } from "./bucket.ts";

const ID = PhotoId.make("p".repeat(32));
const size = { bytes: Buffer.from("bytes"), width: 1, height: 1 };
const photos = { list: size, detail: size, zoom: size };

const code = (name: string) => `<?xml version="1.0"?><Error><Code>${name}</Code></Error>`;

/** A store on loopback that meets each request as it is told, and then answers that there is nothing. */
const badStore = (...manners: ReadonlyArray<(response: ServerResponse) => void>) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const planned = [...manners];
      const asked: Array<string> = [];
      const heard: Array<IncomingMessage> = [];
      const server = createServer((request, response) => {
        asked.push(`${request.method} ${request.url}`);
        heard.push(request);
        request.resume();
        const manner = planned.shift();
        if (manner !== undefined) return manner(response);
        response.writeHead(404).end(code("NoSuchKey"));
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const address = server.address();
      if (typeof address !== "object" || address === null) throw new Error("the store has no port");
      return { asked, heard, server, url: `http://127.0.0.1:${address.port}` };
    }),
    ({ server }) =>
      Effect.promise(async () => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }),
  );

const says =
  (status: number, name: string, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(status, headers).end(code(name));
const cut = (response: ServerResponse): void => void response.destroy();
const silent = (): void => undefined;

/** Signature Version 4, reckoned by hand from what arrived: a second opinion on the one that was sent. */
const signatureOf = ({ method, url, headers }: IncomingMessage): string => {
  const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
  const [, names = ""] = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? "") ?? [];
  const lines = names.split(";").map((name) => `${name}:${headers[name]}\n`);
  const body = String(headers["x-amz-content-sha256"]);
  const canonical = [method, url, "", lines.join(""), names, body].join("\n");
  const date = String(headers["x-amz-date"]);
  const scope = [date.slice(0, 8), "us-east-1", "s3", "aws4_request"];
  const key = scope.reduce<string | Buffer>((parent, part) => hmac(parent, part), "AWS4S3RVER");
  const hash = createHash("sha256").update(canonical).digest("hex");
  const signature = hmac(key, ["AWS4-HMAC-SHA256", date, scope.join("/"), hash].join("\n")).toString("hex");
  return `AWS4-HMAC-SHA256 Credential=S3RVER/${scope.join("/")}, SignedHeaders=${names}, Signature=${signature}`;
};

const reading = (url: string) => hurried(s3Store(optionsAt(url)).read(ID, "list"));

describe("a photo store that speaks S3", () => {
  for (const [what, manner] of [
    ["is out of order", says(500, "InternalError")],
    ["hangs up", cut],
    ["says nothing", silent],
    ["wants to be asked more slowly", says(503, "SlowDown")],
  ] as const) {
    it.effect(`${what}: it is asked twice more, then it is unavailable`, () =>
      Effect.gen(function* () {
        const once = yield* badStore(manner);
        assert.isTrue(Option.isNone(yield* reading(once.url)));
        assert.strictEqual(once.asked.length, 2);
        const thrice = yield* badStore(manner, manner, manner);
        const error = yield* Effect.flip(reading(thrice.url));
        assert.strictEqual(error._tag, "ProviderUnavailable");
        assert.strictEqual(thrice.asked.length, 3);
      }),
    );
  }

  for (const [what, manner, words] of [
    ["does not know us", says(403, "SignatureDoesNotMatch"), "403 SignatureDoesNotMatch"],
    ["has no such bucket, which is not the same as no such photo", says(404, "NoSuchBucket"), "NoSuchBucket"],
    ["sends us elsewhere", says(307, "TemporaryRedirect", { location: "http://127.0.0.1:1/" }), "307"],
  ] as const) {
    it.effect(`${what}: it is asked once, and says so`, () =>
      Effect.gen(function* () {
        const { url, asked } = yield* badStore(manner);
        assert.include((yield* Effect.flip(reading(url))).reason, words);
        assert.strictEqual(asked.length, 1);
      }),
    );
  }

  it.effect("says when it wants to be asked again: it is believed", () =>
    Effect.gen(function* () {
      const { url, asked } = yield* badStore(says(503, "SlowDown", { "retry-after": "9" }));
      assert.strictEqual((yield* Effect.flip(reading(url))).retryAfter, 9_000);
      assert.strictEqual(asked.length, 1);
    }),
  );

  it.effect("takes one size and refuses another: what it took is taken away again", () =>
    Effect.gen(function* () {
      const ok = (response: ServerResponse): void => void response.writeHead(200).end();
      const { url, asked } = yield* badStore(ok, says(403, "AccessDenied"), ok);
      yield* Effect.flip(hurried(s3Store(optionsAt(url)).write(ID, photos)));
      const removed = asked.filter((request) => request.startsWith("DELETE")).sort();
      assert.deepStrictEqual(
        removed,
        ["detail", "list", "zoom"].map((name) => `DELETE /photos-of-this-test/photos/${ID}/${name}.jpg`),
      );
    }),
  );

  it.live("refuses a key that it does not know, and takes what is signed by one that it does", () =>
    Effect.gen(function* () {
      const { options } = yield* aBucket;
      const wrong: S3Options = { ...options, accessKeyId: "SOMEBODY" };
      const error = yield* Effect.flip(s3Store(wrong).write(ID, photos));
      assert.include(error.reason, "403 InvalidAccessKeyId");
      yield* s3Store(options).write(ID, photos);
    }),
  );

  it.effect("gets requests that are signed as AWS describes it, over their path and headers", () =>
    Effect.gen(function* () {
      const { url, heard } = yield* badStore((response) => void response.writeHead(200).end("bytes"));
      yield* reading(url);
      const [request] = heard;
      assert.isDefined(request);
      if (request !== undefined) assert.strictEqual(request.headers.authorization, signatureOf(request));
    }),
  );
});

describe("the settings of a photo store", () => {
  const right = {
    S3_BUCKET: "brand-photos",
    S3_REGION: "us-east-2",
    S3_ACCESS_KEY_ID: "AKIA",
    S3_SECRET_ACCESS_KEY: "secret-of-the-settings",
  };
  const read = (given: Readonly<Record<string, string>>) =>
    s3Config.pipe(Effect.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env: given }))));

  it.effect("are enough with a bucket, a region and a key", () =>
    Effect.gen(function* () {
      const { endpoint, prefix } = yield* read(right);
      assert.deepStrictEqual([endpoint, prefix], ["https://s3.us-east-2.amazonaws.com", "photos/"]);
    }),
  );

  for (const [name, value] of [
    ["S3_BUCKET", undefined],
    ["S3_BUCKET", "Not A Bucket"],
    ["S3_REGION", undefined],
    ["S3_ACCESS_KEY_ID", undefined],
    ["S3_SECRET_ACCESS_KEY", undefined],
    ["S3_SECRET_ACCESS_KEY", " "],
    ["S3_ENDPOINT", "http://store.example"],
    ["S3_PREFIX", "/photos"],
    ["S3_UPLOAD_PREFIX", "/uploads"],
    ["S3_UPLOAD_PREFIX", "photos/new/"],
    ["S3_LINKS", "http://photos.example"],
    ["S3_LINKS", "https://photos.example/"],
    ["S3_DIRECT_UPLOADS", "perhaps"],
  ] as const) {
    it.effect(
      `are refused by the name of ${name} if it is ${value === undefined ? "missing" : `"${value}"`}`,
      () =>
        Effect.gen(function* () {
          const given = Object.entries({ ...right, [name]: value }).filter(
            (entry): entry is [string, string] => entry[1] !== undefined,
          );
          const error = yield* Effect.flip(read(Object.fromEntries(given)));
          assert.include(`${error.message}`, name);
          assert.notInclude(`${error.message}`, right.S3_SECRET_ACCESS_KEY);
        }),
    );
  }
});

import { assert, describe, it } from "@effect/vitest";
import { type WebhookAnswer, Webhooks } from "@resale/core";
import { HttpWebhooks, type HttpWebhooksOptions, signatureOf } from "@resale/webhooks";
import { Effect, Fiber, Redacted } from "effect";
import { answers, type Behave, isSignedBy, openReceiver } from "./Receiver.ts";
import { AT, BODY, current, former, post } from "./sending.ts";

/** Tells a receiver that behaves like this. */
const told = Effect.fnUntraced(function* (behave: Behave, options: HttpWebhooksOptions = {}) {
  const { port, received } = yield* openReceiver(behave);
  const answer = yield* post(`http://127.0.0.1:${port}/hooks?of=us`, {
    allowedHosts: [`127.0.0.1:${port}`],
    ...options,
  });
  return { answer, received };
});

describe("telling a receiver", () => {
  it.live("R60 a webhook is signed by each secret, over the bytes that are sent", () =>
    Effect.gen(function* () {
      const { answer, received } = yield* told(answers(204));
      assert.deepStrictEqual(answer, { _tag: "Accepted", status: 204 });
      const [one] = received;
      assert(one !== undefined);
      assert.strictEqual(one.body, BODY);
      assert.strictEqual(one.path, "/hooks?of=us");
      assert.strictEqual(one.headers["webhook-id"], "s_order_o-1_7");
      assert.strictEqual(one.headers["webhook-timestamp"], "1790000000");
      assert.strictEqual(one.headers["content-type"], "application/json");
      assert.isTrue(isSignedBy(Redacted.value(current), one));
      assert.isTrue(isSignedBy(Redacted.value(former), one));
      assert.isFalse(isSignedBy(`whsec_${Buffer.from("another").toString("base64")}`, one));
      assert.isFalse(isSignedBy(Redacted.value(current), { ...one, body: `${BODY} ` }));
    }),
  );

  it.live("R60 the specification's own example comes out as it says", () =>
    Effect.sync(() => {
      const signature = signatureOf(Redacted.make("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), {
        id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
        seconds: 1_614_265_330,
        body: new TextEncoder().encode('{"test": 2432232314}'),
      });
      assert.strictEqual(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }),
  );

  it.live("R60 every new secret is another, and of 32 bytes", () =>
    Effect.gen(function* () {
      const { newSecret } = yield* Webhooks;
      const [one, other] = [Redacted.value(yield* newSecret), Redacted.value(yield* newSecret)];
      assert.notStrictEqual(one, other);
      assert.lengthOf(Buffer.from(one.slice("whsec_".length), "base64"), 32);
      assert.isTrue(one.startsWith("whsec_"));
    }).pipe(Effect.provide(HttpWebhooks.layer())),
  );

  it.live("R60 an error is refused, with the time the receiver asks for", () =>
    Effect.gen(function* () {
      const refused = (headers: Readonly<Record<string, string>>) =>
        Effect.map(told(answers(503, headers)), ({ answer }) => answer);
      const is = (retryAfter: number | null): WebhookAnswer => ({
        _tag: "Refused",
        status: 503,
        retryAfter,
      });
      assert.deepStrictEqual(yield* refused({}), is(null));
      assert.deepStrictEqual(yield* refused({ "retry-after": "120" }), is(120_000));
      assert.deepStrictEqual(yield* refused({ "retry-after": "soon" }), is(null));
      const date = "Mon, 02 Nov 2026 15:00:00 GMT";
      const later = "Mon, 02 Nov 2026 15:01:30 GMT";
      assert.deepStrictEqual(yield* refused({ "retry-after": later, date }), is(90_000));
    }),
  );

  it.live("R60 410 says that nobody is there any more", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual((yield* told(answers(410))).answer, { _tag: "Gone" });
    }),
  );

  it.live("R60 a redirect is not followed, wherever it leads", () =>
    Effect.gen(function* () {
      const { received, port } = yield* openReceiver(answers(200));
      for (const location of ["http://169.254.169.254/latest/meta-data/", `http://127.0.0.1:${port}/`]) {
        const { answer } = yield* told(answers(302, { location }));
        assert.deepStrictEqual(answer, { _tag: "Refused", status: 302, retryAfter: null });
      }
      assert.lengthOf(received, 0);
    }),
  );

  it.live("R60 a receiver that says nothing is given up in time", () =>
    Effect.gen(function* () {
      const { answer, received } = yield* told(() => undefined, { timeout: "150 millis" });
      assert.deepStrictEqual(answer, { _tag: "NoAnswer", reason: "no answer in time" });
      assert.lengthOf(received, 1);
    }),
  );

  it.live("R60 a connection that is cut is no answer, nor is what is not HTTP", () =>
    Effect.gen(function* () {
      const cut = yield* told((response) => void response.socket?.destroy());
      assert.strictEqual(cut.answer._tag, "NoAnswer");
      const noise = yield* told((response) => void response.socket?.end("hello\r\n\r\n"));
      assert.strictEqual(noise.answer._tag, "NoAnswer");
    }),
  );

  it.live("R60 a body without end is not read to its end", () =>
    Effect.gen(function* () {
      const sent = { bytes: 0, closed: false };
      const { answer } = yield* told((response) => {
        response.writeHead(200);
        const more = (): void => {
          if (response.destroyed) return;
          sent.bytes += 65_536;
          if (response.write(Buffer.alloc(65_536))) setImmediate(more);
          else response.once("drain", more);
        };
        response.on("close", () => {
          sent.closed = true;
        });
        more();
      });
      assert.deepStrictEqual(answer, { _tag: "Accepted", status: 200 });
      while (!sent.closed) yield* Effect.sleep("5 millis");
      assert.isBelow(sent.bytes, 64 * 1024 * 1024);
    }),
  );

  it.live("R60 who is told often is told over the same connection, and a closed one is made anew", () =>
    Effect.gen(function* () {
      const { port, received, server } = yield* openReceiver(answers(200));
      const url = `http://127.0.0.1:${port}/`;
      const sendAll = Effect.gen(function* () {
        const webhooks = yield* Webhooks;
        const request = { url, secrets: [current], id: "x", at: AT, body: BODY };
        yield* webhooks.post(request);
        yield* webhooks.post(request);
        server.closeAllConnections();
        return yield* webhooks.post(request);
      });
      const layer = HttpWebhooks.layer({ allowedHosts: ["127.0.0.1"] });
      assert.strictEqual((yield* Effect.provide(sendAll, layer))._tag, "Accepted");
      assert.strictEqual(received[0]?.socket, received[1]?.socket);
      assert.lengthOf(received, 3);
    }),
  );

  it.live("R60 who is broken off closes the connection", () =>
    Effect.gen(function* () {
      const closed = Promise.withResolvers<void>();
      const asked = Promise.withResolvers<void>();
      const fiber = yield* Effect.forkChild(
        told((response) => {
          response.on("close", () => closed.resolve());
          asked.resolve();
        }),
      );
      yield* Effect.promise(() => asked.promise);
      yield* Fiber.interrupt(fiber);
      yield* Effect.promise(() => closed.promise);
    }),
  );
});

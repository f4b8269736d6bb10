import { assert, describe, it } from "@effect/vitest";
import { type WebhookAnswer, Webhooks } from "@resale/core";
import { HttpWebhooks, type HttpWebhooksOptions } from "@resale/webhooks";
import { Effect } from "effect";
import { certificate } from "./certificate.ts";
import { answers, openReceiver } from "./Receiver.ts";
import { post } from "./sending.ts";

const refusedAs = (answer: WebhookAnswer): string =>
  answer._tag === "AddressRefused" ? answer.reason : JSON.stringify(answer);

describe("where a webhook may go", () => {
  const over = (resolve: HttpWebhooksOptions["resolve"], more: HttpWebhooksOptions = {}) => ({
    timeout: "2 seconds" as const,
    ...(resolve === undefined ? {} : { resolve }),
    ...more,
  });

  it.live("R60 one address inside is enough to refuse a name, when subscribing and at each delivery", () =>
    Effect.gen(function* () {
      const { port, received } = yield* openReceiver(answers(200));
      const url = `https://mixed.example:${port}/`;
      const options = over(() => Promise.resolve(["1.1.1.1", "127.0.0.1"]));
      assert.strictEqual(refusedAs(yield* post(url, options)), "leads to an address that is not public");
      const checked = yield* Webhooks.use(({ check }) => Effect.flip(check(url))).pipe(
        Effect.provide(HttpWebhooks.layer(options)),
      );
      assert.strictEqual(checked.reason, "leads to an address that is not public");
      assert.lengthOf(received, 0);
    }),
  );

  it.live.each([
    ["http://shop.example/", "is not https"],
    ["ftp://shop.example/", "is not https"],
    ["shop.example", "is not a URL"],
    ["https://user:key@shop.example/", "names a user; a path may hold a key instead"],
    [`https://shop.example/${"x".repeat(2000)}`, "is longer than 2000 characters"],
    ["https://127.0.0.1/", "leads to an address that is not public"],
    ["https://2130706433/", "leads to an address that is not public"],
    ["https://0x7f.1/", "leads to an address that is not public"],
    ["https://[::1]/", "leads to an address that is not public"],
    ["https://[::ffff:169.254.169.254]/", "leads to an address that is not public"],
    ["https://169.254.169.254/latest/meta-data/", "leads to an address that is not public"],
    ["https://nobody.invalid/", "leads to no host that can be found"],
  ] as const)("R60 %s is refused", ([url, reason]) =>
    Effect.gen(function* () {
      const resolve = (name: string) =>
        name === "shop.example" ? Promise.resolve(["1.1.1.1"]) : Promise.reject(new Error("ENOTFOUND"));
      assert.strictEqual(refusedAs(yield* post(url, over(resolve))), reason);
    }),
  );

  it.live("R60 a name server that does not answer is given up in time", () =>
    Effect.gen(function* () {
      const options = over(() => new Promise(() => undefined), { timeout: "50 millis" });
      assert.strictEqual(
        refusedAs(yield* post("https://slow.example/", options)),
        "leads to no host that can be found in time",
      );
    }),
  );

  it.live(
    "R60 the connection goes to the address that was checked: a name that changes its mind leads nowhere else",
    () =>
      Effect.gen(function* () {
        const { port, received } = yield* openReceiver(answers(200), true);
        const asked: Array<string> = [];
        const resolve = (name: string) => {
          asked.push(name);
          return Promise.resolve(asked.length === 1 ? ["127.0.0.1"] : ["127.0.0.2"]);
        };
        const allowedHosts = [`receiver.test:${port}`];
        const url = `https://receiver.test:${port}/`;
        const answer = yield* post(url, { resolve, allowedHosts, ca: certificate });
        assert.deepStrictEqual(answer, { _tag: "Accepted", status: 200 });
        assert.deepStrictEqual(asked, ["receiver.test"]);
        assert.strictEqual(received[0]?.headers.host, `receiver.test:${port}`);
        // The certificate is asked for by the name, and held against it.
        const other = yield* post(`https://other.test:${port}/`, {
          resolve: () => Promise.resolve(["127.0.0.1"]),
          allowedHosts: ["other.test"],
          ca: certificate,
        });
        assert.deepStrictEqual(other, { _tag: "NoAnswer", reason: "ERR_TLS_CERT_ALTNAME_INVALID" });
        const unknown = yield* post(url, { resolve: () => Promise.resolve(["127.0.0.1"]), allowedHosts });
        assert.strictEqual(unknown._tag, "NoAnswer");
        assert.lengthOf(received, 1);
      }),
  );
});

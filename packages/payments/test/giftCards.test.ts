import crypto from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { assert, describe, it } from "@effect/vitest";
import { cents, Email, StoreCredit } from "@resale/core";
import { temporaryFolder } from "@resale/testkit";
import { Effect, Logger } from "effect";
import { afterAll, beforeAll } from "vitest";
import { StoreCreditSimulator } from "../src/index.ts";
import { ada, giftCards, usd } from "./money.ts";

const issue = (key: string) =>
  StoreCredit.use((credit) =>
    credit.issue({ key, amount: cents(80_00), currency: usd, email: ada, recipient: "Ada" }),
  );

const drawn: Array<number> = [];
const draw = crypto.randomInt;

/** Sees the letters of which codes are made, as they are drawn. */
const watched = (most: number): number => {
  const one = draw(most);
  drawn.push(one);
  return one;
};
beforeAll(() => {
  Object.assign(crypto, { randomInt: watched });
  syncBuiltinESMExports();
});
afterAll(() => {
  Object.assign(crypto, { randomInt: draw });
  syncBuiltinESMExports();
});

describe("gift cards", () => {
  it.effect("R48 the code is in no answer, log or file", () =>
    Effect.flatMap(temporaryFolder, (folder) => {
      const logged: Array<string> = [];
      const log = Logger.make(({ message }) => void logged.push(JSON.stringify(message)));
      return Effect.gen(function* () {
        const control = yield* StoreCreditSimulator;
        const credit = yield* StoreCredit;
        const reference = yield* issue("payout-1");
        yield* credit.resend({ reference, email: Email.make("new@example.com") });
        const found = yield* credit.find(ada);
        const mailed = yield* control.mailed;
        assert.lengthOf(drawn, 16);
        const code = drawn.map((letter) => "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"[letter]).join("");
        const files = readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => entry.name + readFileSync(join(entry.parentPath, entry.name), "utf8"));
        assert.isAbove(files.length, 1);
        const everything = JSON.stringify([reference, found, mailed, files, logged]);
        for (const form of [code, code.toLowerCase(), Buffer.from(code).toString("base64")]) {
          assert.notInclude(everything, form);
        }
      }).pipe(Effect.provide(giftCards(folder)), Effect.provide(Logger.layer([log])));
    }),
  );

  it.effect("R48 are mailed by their issuer, once for a key and again when asked", () =>
    Effect.gen(function* () {
      const control = yield* StoreCreditSimulator;
      const credit = yield* StoreCredit;
      yield* control.fail("issue", { _tag: "AnswerLost" });
      assert.strictEqual((yield* Effect.flip(issue("payout-1")))._tag, "OutcomeUnknown");
      const reference = yield* issue("payout-1");
      const elsewhere = Email.make("new@example.com");
      yield* credit.resend({ reference, email: elsewhere });
      const mails = (yield* control.mailed).map((mail) => [mail.to, mail.amount, mail.reference]);
      assert.deepStrictEqual(mails, [
        [ada, 80_00, reference],
        [elsewhere, 80_00, reference],
      ]);
    }).pipe(Effect.provide(giftCards())),
  );

  it.effect("R48 that are refused or not answered leave nothing behind", () =>
    Effect.gen(function* () {
      const control = yield* StoreCreditSimulator;
      yield* control.fail("issue", { _tag: "Unavailable" });
      yield* control.fail("issue", { _tag: "Refused", reason: "no such recipient" });
      assert.strictEqual((yield* Effect.flip(issue("p")))._tag, "ProviderUnavailable");
      assert.strictEqual((yield* Effect.flip(issue("p")))._tag, "ProviderRefused");
      assert.lengthOf(yield* control.mailed, 0);
    }).pipe(Effect.provide(giftCards())),
  );
});

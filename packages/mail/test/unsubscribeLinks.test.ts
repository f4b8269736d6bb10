import { Email } from "@resale/core";
import { Option, Redacted } from "effect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unsubscribeLinks } from "../src/index.ts";

const PAGE = "https://shop.example/mail/unsubscribe";
const { linkFor, readerOf } = unsubscribeLinks(PAGE, Redacted.make("a secret of the shop"));
const tokenOf = (email: string): string => linkFor(Email.make(email)).slice(PAGE.length + 1);

describe("a link that stops optional mails", () => {
  it.each(["ada@example.com", "Ada.Lovelace+shop@Example.COM", "señora@correo.example"])(
    "is %s's own",
    (email) => {
      expect(linkFor(Email.make(email))).toMatch(
        /^https:\/\/shop\.example\/mail\/unsubscribe\/[\w-]+\.[\w-]{43}$/,
      );
      expect(readerOf(tokenOf(email))).toEqual(Option.some(email));
    },
  );

  it("is nobody's, if a letter of it is changed, or another secret signed it", () => {
    const token = tokenOf("ada@example.com");
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom("A", "b", "_", "."), (at, letter) => {
        fc.pre(token[at] !== letter);
        expect(readerOf(token.slice(0, at) + letter + token.slice(at + 1))).toEqual(Option.none());
      }),
    );
    const other = unsubscribeLinks(PAGE, Redacted.make("another secret"));
    expect(other.readerOf(token)).toEqual(Option.none());
    const mallory = Buffer.from("mallory@example.com").toString("base64url");
    expect(readerOf(`${mallory}.${token.split(".")[1]}`)).toEqual(Option.none());
  });

  it("is nobody's, whatever else is sent", () => {
    fc.assert(
      fc.property(fc.string(), (token) => {
        expect(readerOf(token)).toEqual(Option.none());
      }),
    );
  });
});

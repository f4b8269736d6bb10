import {
  Buyer,
  CheckoutEvent,
  DeskEvent,
  eventTypes,
  instant,
  ListingEvent,
  MailboxEvent,
  OrderEvent,
  published,
  publishedData,
  type SubjectKind,
  tagOf,
  wants,
} from "@resale/core";
import { Arbitrary, Effect, Schema } from "effect";
import { describe, expect, it } from "vitest";
import { runs } from "../runs.ts";

type Json = Schema.Json;

/** What people are called, where they live, what they wrote, and what opens a door: by the keys under which it stands. */
const PERSONAL = new Set([
  ...["name", "displayName", "email", "line1", "line2", "city", "zip", "region", "country", "to"],
  ...["text", "description", "problem", "field", "detail", "place", "reason", "code", "key", "[]"],
  ...[
    "token",
    "payment",
    "reference",
    "confirmation",
    "tracking",
    "checkout",
    "member",
    "line",
    "store",
    "photos",
    "placeholder",
  ],
]);

/** Whatever else is written in words: the engine's own, the shop's, and keys that open nothing. */
const HARMLESS = new Set([
  ...["_tag", "id", "listing", "order", "title", "photo", "currency", "program", "mail"],
  ...["zone", "from", "date", "day", "counted", "flags", "why", "how", "what", "verifiedBy", "status", "by"],
  ...["sku", "category", "collection", "colour", "material", "size", "grade", "kind", "channel", "carrier"],
]);

const isList = (json: Json): json is ReadonlyArray<Json> => Array.isArray(json);

/** The same event, in which every personal text is a mark that can be found again. */
const marked = (json: Json, key: string, seen: Set<string>): Json => {
  if (typeof json === "string") {
    seen.add(key);
    return PERSONAL.has(key) ? `personal-${key}` : json;
  }
  if (json === null || typeof json !== "object") return json;
  if (isList(json)) return json.map((one) => marked(one, key, seen));
  // What a day is called that is not worked on says nothing of anybody.
  if ("_tag" in json && json["_tag"] === "Holiday") return json;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, marked(value, name, seen)]));
};

/** Any text will do for an address: a pattern is hard to hit. */
const anybody = Schema.Struct({ ...Buyer.fields, email: Schema.String });

const arbitraryOf = (event: Schema.Struct<Schema.Struct.Fields>) =>
  Arbitrary.schema("buyer" in event.fields ? Schema.Struct({ ...event.fields, buyer: anybody }) : event);

const kinds = {
  listing: ListingEvent,
  order: OrderEvent,
  checkout: CheckoutEvent,
  desk: DeskEvent,
  mailbox: MailboxEvent,
} as const satisfies { readonly [Kind in SubjectKind]: unknown };

describe("what is told outside", () => {
  for (const [kind, events] of Object.entries(kinds)) {
    for (const [tag, event] of Object.entries(events.cases)) {
      it(`R60 ${kind}.${tag} tells nobody's name, address, words or keys, unless the brand trusts the receiver`, async () => {
        const arbitrary = arbitraryOf(event);
        const count = runs(30);
        // The patterns of two addresses are hard to hit: some hundred tries are few for fifteen events.
        const options = { count, maxDiscards: 100 * count };
        const facts = await Effect.runPromise(Arbitrary.sampleEffect(arbitrary, options));
        for (const fact of facts) {
          const seen = new Set<string>();
          const raw = marked(JSON.parse(JSON.stringify(fact)), "", seen);
          const open = JSON.stringify(publishedData(kind as SubjectKind, raw, "public"));
          expect(open).not.toContain("personal-");
          expect([...seen].filter((key) => !PERSONAL.has(key) && !HARMLESS.has(key))).toEqual([]);
          const trusted = JSON.stringify(publishedData(kind as SubjectKind, raw, "personal"));
          expect(trusted).not.toContain("personal-token");
        }
      });
    }
  }

  it("R60 of a fact whose name nobody knows any more only the name is told", () => {
    const event = { _tag: "constructor", email: "ada@example.com" };
    expect(publishedData("order", event, "public")).toEqual({});
  });

  it("R60 a trusted receiver is told all but means of payment", () => {
    const event = { _tag: "PaymentStarted", attempt: 1, token: "tok_1", deep: [{ token: "tok_2" }] };
    expect(publishedData("checkout", event, "personal")).toEqual({ attempt: 1, deep: [{}] });
  });

  it("R60 a trusted receiver is told what is not there as such, and lists as lists", () => {
    const event = { deep: [1, null, "two", { token: "tok_1", at: null }], none: null, _tag: "Opened" };
    const told = { deep: [1, null, "two", { at: null }], none: null };
    expect(publishedData("checkout", event, "personal")).toEqual(told);
  });

  it.each([[null], ["Delivered"], [7], [["Delivered"]], [{ at: 5 }], [{ _tag: 7, at: 5 }]])(
    "R60 of %j, which is no fact, nothing is public, and it has no name",
    (event) => {
      expect(tagOf(event)).toBe("");
      expect(publishedData("order", event, "public")).toEqual({});
    },
  );

  it("R60 a fact has its name wherever that stands in it", () => {
    expect(tagOf({ at: "Cancelled", _tag: "Delivered" })).toBe("Delivered");
    expect(publishedData("order", "ada@example.com", "personal")).toEqual({});
    expect(publishedData("order", ["ada@example.com"], "personal")).toEqual({});
    expect(publishedData("order", null, "personal")).toEqual({});
  });

  it("R60 a message says which event it is, of which subject, and its number there", () => {
    const message = published(
      {
        position: 4097,
        subject: { kind: "order", id: "o-1" },
        version: 7,
        at: instant(Date.UTC(2026, 10, 2, 15)),
        actor: { _tag: "Support", id: "sam@example.com" },
        cause: { _tag: "Command", command: { _tag: "Cancel", reason: { code: "Other", text: "private" } } },
        event: { _tag: "Cancelled", reason: { code: "Other", text: "private" }, at: 5 },
      },
      "public",
    );
    expect(message).toEqual({
      id: "order/o-1/7",
      type: "order.Cancelled",
      timestamp: "2026-11-02T15:00:00.000Z",
      number: 7,
      position: 4097,
      subject: { kind: "order", id: "o-1" },
      data: { at: 5 },
    });
  });
});

describe("which events a subscription asks for", () => {
  it("R60 none named are all, a kind is all of its facts, a fact is itself", () => {
    const open = { events: [], include: "personal" } as const;
    expect(wants(open, "checkout", "Opened")).toBe(true);
    const some = { events: ["listing", "order.Delivered"], include: "public" } as const;
    expect(wants(some, "listing", "Sold")).toBe(true);
    expect(wants(some, "order", "Delivered")).toBe(true);
    expect(wants(some, "order", "Placed")).toBe(false);
    expect(eventTypes).toContain("order.Delivered");
  });

  it("R60 a guest's checkout is nobody's to hear of, since its key is a key to it", () => {
    expect(wants({ events: [], include: "public" }, "checkout", "Opened")).toBe(false);
    expect(wants({ events: ["checkout"], include: "public" }, "checkout", "Opened")).toBe(false);
  });
});

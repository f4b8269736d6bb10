import { join } from "node:path";
import { Ids, MailReport, PaymentReference, Programs, preLoved } from "@resale/core";
import { Effect, Layer, Schema } from "effect";
import { HttpApi } from "effect/http-api";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Problem, resaleApi } from "../../src/contract/index.ts";
import { liveAnswer } from "../../src/contract/live.ts";
import { type ResaleOptions, WebhookRefused } from "../../src/index.ts";
import { exampleOf } from "../../src/openapi/examples.ts";
import { operations } from "../requests.ts";
import { carrier, openShop, type Shop } from "../shop.ts";
import { castOf } from "./cast.ts";
import { makeRecorder } from "./recorder.ts";
import { refusing } from "./refusing.ts";
import { buying, desk, selling, troubles } from "./story.ts";

/** The same keys in every run. */
const counted = () => {
  let count = 0;
  return (): `${string}-${string}-${string}-${string}-${string}` =>
    `0193a5f0-7c00-7000-8000-${(++count).toString(16).padStart(12, "0")}`;
};

const program = Programs.layer({ ...preLoved, pricing: { ...preLoved.pricing, repricing: "Consent" } });

const Told = Schema.fromJsonString(
  Schema.Struct({ payment: PaymentReference, outcome: Schema.Literals(["Open", "Won", "Lost"]) }),
);

/** A card provider whose word is taken. */
const payments: NonNullable<NonNullable<ResaleOptions["webhooks"]>["payments"]> = (raw) =>
  Schema.decodeUnknownEffect(Told)(new TextDecoder().decode(raw)).pipe(
    Effect.map((told) => [{ provider: "memory payments", ...told }]),
    Effect.mapError(() => new WebhookRefused({ reason: "this can't be read" })),
  );

/** Whoever sends mails, whose word is taken as well. */
const mail: NonNullable<NonNullable<ResaleOptions["webhooks"]>["mail"]> = (raw) =>
  Schema.decodeUnknownEffect(Schema.fromJsonString(MailReport))(new TextDecoder().decode(raw)).pipe(
    Effect.map((told) => [told]),
    Effect.mapError(() => new WebhookRefused({ reason: "this can't be read" })),
  );

/** What is answered in bytes, or not at all, has no body to show. */
const silent = new Set([
  "orders.labelPdf",
  "orders.labelQr",
  "photos.photo",
  "photos.putUpload",
  "support.resendCredit",
  "support.clearRefusal",
  "support.repeatTask",
  "orders.askForLink",
  "figures.figuresCsv",
]);

/** What is asked by POST, or told by providers with numbers of their own, changes nothing when it comes twice. */
const questions = new Set([
  "buying.quote",
  "support.findOrders",
  "support.findCheckouts",
  "support.findCredit",
  "support.viewMailbox",
  "webhooks.carrier",
  "webhooks.payments",
  "webhooks.mail",
  // A file is put once: the address takes no other.
  "photos.putUpload",
]);

/** A stream has no single answer: its events show those that are recorded elsewhere. */
const answered = operations().filter(({ id }) => !id.startsWith("live."));

type Codec = Schema.Codec<unknown, unknown>;
const strictly = { onExcessProperty: "error", errors: "all" } as const;

describe("the examples of the contract", () => {
  let shop: Shop;
  let recorder: ReturnType<typeof makeRecorder>;

  beforeAll(async () => {
    const next = counted();
    vi.spyOn(globalThis.crypto, "randomUUID").mockImplementation(next);
    const ids = Layer.succeed(Ids, { next: Effect.sync(next) });
    shop = await openShop(Layer.merge(ids, program), { webhooks: { carrier, payments, mail } });
    recorder = makeRecorder(shop.baseUrl);
    const cast = await castOf(shop, recorder.fetch);
    for (const act of [selling, buying, refusing, troubles, desk]) await act(cast);
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await shop.close();
  });

  it("are there for every operation", () => {
    const ids = answered.map(({ id }) => id);
    expect(ids.filter((id) => !recorder.answers.has(id))).toEqual([]);
    const bare = [...recorder.answers].filter(([, { answer }]) => answer === undefined).map(([id]) => id);
    expect(bare.filter((id) => !silent.has(id))).toEqual([]);
  });

  it("are what the contract's own Schemas take, with nothing else in them", () => {
    let decoded = 0;
    HttpApi.reflect(resaleApi, {
      onGroup: () => undefined,
      onEndpoint: ({ group, endpoint, successes }) => {
        const id = `${group.identifier}.${endpoint.identifier}`;
        if (group.identifier === "live") return;
        const { body, answer, status } = recorder.answers.get(id) ?? { status: 0 };
        const schemas = new Map([...successes].map(([code, [schema]]) => [code, schema]));
        expect([...schemas.keys()], id).toContain(status);
        const success = schemas.get(status);
        if (answer !== undefined) Schema.decodeUnknownSync(success as Codec, strictly)(answer);
        const payload = endpoint.payload.get("application/json")?.schemas[0];
        if (body !== undefined) Schema.decodeUnknownSync(payload as Codec, strictly)(body);
        decoded++;
      },
    });
    expect(decoded).toBe(answered.length);
    for (const problem of recorder.problems.values()) Schema.decodeUnknownSync(Problem, strictly)(problem);
    expect(recorder.problems.size).toBeGreaterThan(14);
  });

  it("show of each stream how it begins, with what its readers are told elsewhere", () => {
    const begun: Array<string> = [];
    HttpApi.reflect(resaleApi, {
      onGroup: () => undefined,
      onEndpoint: ({ group, endpoint }) => {
        const [schema] = [...endpoint.success].flatMap((one) => liveAnswer(one) ?? []);
        if (schema === undefined) return;
        const id = `${group.identifier}.${endpoint.identifier}`;
        const [, data = ""] =
          /^event: changed\nid: .+\ndata: (.+)\n\n$/.exec(`${exampleOf(id)?.answer}`) ?? [];
        Schema.decodeUnknownSync(schema as Codec, strictly)(JSON.parse(data));
        begun.push(id);
      },
    });
    const streams = operations().filter(({ id }) => id.startsWith("live."));
    expect(begun.sort()).toEqual(streams.map(({ id }) => id).sort());
  });

  it("are those that the document shows", async () => {
    const recorded = {
      operations: Object.fromEntries(recorder.answers),
      problems: Object.fromEntries(recorder.problems),
    };
    const file = join(import.meta.dirname, "..", "..", "src", "openapi", "examples.json");
    await expect(`${JSON.stringify(recorded, null, 1)}\n`).toMatchFileSnapshot(file);
  });

  it("R56 every write gives a repeat the first answer, and refuses other content under its key", () => {
    const writes = operations().filter(({ id, method }) => method !== "GET" && !questions.has(id));
    expect(writes.map(({ id }) => id).filter((id) => !recorder.repeats.some((one) => one.id === id))).toEqual(
      [],
    );
    for (const { id, first, again, other } of recorder.repeats) {
      expect(again, id).toBe(first);
      expect(other, id).toEqual({ status: 422, type: "/problems/key-reused" });
    }
  });
});

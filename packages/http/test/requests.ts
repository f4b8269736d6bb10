import { HttpApi } from "effect/http-api";
import { resaleApi } from "../src/contract/index.ts";

/** An operation of the contract, and how it is called. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly hasBody: boolean;
}

const read = (): ReadonlyArray<Operation> => {
  const found: Array<Operation> = [];
  HttpApi.reflect(resaleApi, {
    onGroup: () => undefined,
    onEndpoint: ({ group, endpoint: { identifier, method, path, payload } }) => {
      const id = `${group.identifier}.${identifier}`;
      found.push({ id, method, path, hasBody: payload.size > 0 });
    },
  });
  return found;
};

let once: ReadonlyArray<Operation> | undefined;

/** Every operation of the contract, in its order. */
export const operations = (): ReadonlyArray<Operation> => {
  once ??= read();
  return once;
};

const shipTo = { name: "A", line1: "B", city: "C", region: "NY", zip: "10001", country: "US" };
const reason = { code: "Other", text: "because" };
const details = { photos: [], imperfections: [], grade: "Good", description: "worn", price: 5000 };

/** For each operation with a body one that its Schema takes. */
export const bodies: Readonly<Record<string, unknown>> = {
  "selling.startListing": { unit: "a~1" },
  "selling.editListing": { photos: [], imperfections: [] },
  "review.approve": { revision: 2, checked: [] },
  "review.deny": { revision: 2, reason },
  "review.requestChanges": { revision: 2, changes: [{ field: "photos", problem: "too dark" }] },
  "review.listOwnStock": {
    product: { sku: "a", name: "b", category: "Handbags", ownBrand: true, msrp: 10000 },
    details,
  },
  "buying.quote": { listings: [], shipTo },
  "buying.openCheckout": { listings: [], email: "a@example.com", name: "A", shipTo },
  "buying.pay": { tender: "Card", token: "tok" },
  "orders.askForLink": { email: "a@example.com" },
  "orders.bookPickup": { date: "2026-11-25" },
  "orders.cancel": { reason },
  "orders.dispute": { kind: "NotAsDescribed", text: "torn", photos: [] },
  "orders.rate": { stars: 5, text: null },
  "support.findOrders": {},
  "support.decideDispute": { upheld: true, text: "yes" },
  "support.moderateRating": { publish: true },
  "support.repeatSide": { what: "Label" },
  "support.findCheckouts": { email: "a@example.com" },
  "support.findCredit": { email: "a@example.com" },
  "support.viewMailbox": { email: "a@example.com" },
  "support.clearRefusal": { email: "a@example.com" },
  "support.resendCredit": { reference: "x", email: "a@example.com" },
  "support.repeatTask": { key: "x" },
  "subscriptions.subscribe": { url: "https://erp.example/hooks", events: ["order"], from: 0 },
  "subscriptions.rotateSecret": {},
  "subscriptions.disable": { reason: "moves house" },
  "subscriptions.replay": { _tag: "Position", after: 0 },
  "sandbox.advance": { _tag: "By", milliseconds: 0 },
  "photos.openUpload": { type: "image/jpeg", bytes: 1_000 },
  "webhooks.carrier": {},
  "webhooks.payments": {},
  "webhooks.mail": {},
};

/** What must stand in the query of an operation. */
export const queries: Readonly<Record<string, string>> = {
  "selling.recommendPrice": "?grade=Good",
  "orders.myOrders": "?as=Buyer",
  "figures.figures": "?from=2026-11-01&to=2026-11-30",
  "figures.figuresCsv": "?from=2026-11-01&to=2026-11-30",
};

const nobody = "00000000-0000-4000-8000-000000000000";

/** An operation's address, about the things that are named; about nothing that exists, if they are not. */
export const addressOf = (
  { id, path }: Operation,
  about: { readonly listing?: string; readonly order?: string; readonly checkout?: string } = {},
): string =>
  path
    .replace(":listing", about.listing ?? nobody)
    .replace(":order", about.order ?? nobody)
    .replace(":checkout", about.checkout ?? nobody)
    .replace(":subscription", nobody)
    .replace(":unit", "a~1")
    .replace(":mail", "order.999")
    .replace(":photo", "x".repeat(30))
    .replace(":size", "list") + (queries[id] ?? "");

/** Calls an operation as its Schemas want it. */
export const call = (
  baseUrl: string,
  operation: Operation,
  given: {
    readonly about?: Parameters<typeof addressOf>[1];
    readonly authorization?: string | undefined;
    readonly key?: string;
  } = {},
): Promise<Response> => {
  const photo = operation.id === "photos.upload" || operation.id === "photos.putUpload";
  const body = photo ? new Uint8Array([1]) : JSON.stringify(bodies[operation.id] ?? {});
  return fetch(`${baseUrl}${addressOf(operation, given.about)}`, {
    method: operation.method,
    headers: {
      ...(operation.hasBody ? { "content-type": photo ? "image/png" : "application/json" } : {}),
      ...(given.authorization === undefined ? {} : { authorization: given.authorization }),
      ...(given.key === undefined ? {} : { "idempotency-key": given.key }),
    },
    ...(operation.hasBody ? { body } : {}),
  });
};

import { Members, OutcomeUnknown, Payments, ProviderRefused, ProviderUnavailable, Tax } from "@resale/core";
import { PaymentDeclined, providers } from "@resale/embed";
import { aMember, anAddress } from "@resale/testkit";
import { Effect, Option } from "effect";
import { expect, it } from "vitest";

const nope = () => Promise.reject(new Error("socket hang up"));
const payments = { authorise: nope, find: nope, capture: nope, cancel: nope, refund: nope };
const hold = { key: "k", amount: 1, currency: "USD", token: "t" } as never;

const authorise = (act: () => unknown) => {
  const layer = providers.payments.layer({ ...payments, authorise: act as never });
  return Effect.runPromise(
    Payments.use((port) => Effect.flip(port.authorise(hold))).pipe(Effect.provide(layer)),
  );
};

it("R27 what is thrown on purpose is told as it is", async () => {
  for (const error of [
    new PaymentDeclined({ reason: "CardExpired" }),
    new ProviderRefused({ provider: "p", reason: "no" }),
    new ProviderUnavailable({ provider: "p", reason: "busy", retryAfter: 5 }),
    new OutcomeUnknown({ provider: "p", reason: "lost" }),
  ]) {
    expect(await authorise(() => Promise.reject(error))).toBe(error);
  }
});

it("R27 anything else leaves the outcome of an act unknown, and a question unanswered", async () => {
  expect(await authorise(nope)).toEqual(
    new OutcomeUnknown({ provider: "payments", reason: "socket hang up" }),
  );
  const layer = providers.payments.layer(payments);
  const asked = Payments.use((port) => Effect.flip(port.find("k"))).pipe(Effect.provide(layer));
  expect(await Effect.runPromise(asked)).toEqual(
    new ProviderUnavailable({ provider: "payments", reason: "socket hang up" }),
  );
});

it("an answer that is none is not believed, and named", async () => {
  const error = await authorise(async () => ({ id: 7 }));
  expect(error).toBeInstanceOf(OutcomeUnknown);
  expect(error).toMatchObject({ reason: expect.stringContaining("authorise did not answer as it must") });
});

it("what is not there may be null or undefined; what is there is read whole", async () => {
  const ada = aMember();
  const layer = providers.members.layer({
    get: (id) => (id === ada.id ? { ...ada } : null),
    byEmail: async () => undefined,
  });
  const asked = Effect.gen(function* () {
    const { get, byEmail } = yield* Members;
    return [yield* get(ada.id), yield* get("bob" as never), yield* byEmail(ada.email)];
  }).pipe(Effect.provide(layer));
  expect(await Effect.runPromise(asked)).toEqual([Option.some(ada), Option.none(), Option.none()]);
});

it("R22 amounts by key are written as an object; the call carries a signal that fires when nobody waits", async () => {
  const layer = providers.tax.layer({
    quote: async ({ lines }) => Object.fromEntries(lines.map(({ key }) => [key, 7])),
  });
  const ask = {
    shipTo: anAddress(),
    currency: "USD" as never,
    lines: [{ key: "a", price: 1, charge: 0 }] as never,
  };
  const quoted = Tax.use(({ quote }) => quote(ask)).pipe(Effect.provide(layer));
  expect([...(await Effect.runPromise(quoted))]).toEqual([["a", 7]]);
  const aborted = Promise.withResolvers<void>();
  const slow = providers.tax.layer({
    quote: (_, { signal }) => {
      signal.addEventListener("abort", () => aborted.resolve());
      return new Promise<never>(() => undefined);
    },
  });
  const controller = new AbortController();
  const waiting = Effect.runPromise(Tax.use(({ quote }) => quote(ask)).pipe(Effect.provide(slow)), {
    signal: controller.signal,
  });
  queueMicrotask(() => controller.abort());
  await expect(waiting).rejects.toBeDefined();
  await aborted.promise;
});

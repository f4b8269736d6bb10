import { assert, describe, it } from "@effect/vitest";
import { Effect } from "effect";
import { FetchHttpClient, HttpClient, HttpClientRequest } from "effect/http";
import { makeExchange, sayingsOf } from "../src/remote/Exchange.ts";
import { Standin } from "./standins/Standin.ts";

describe("a provider that nobody can reach", () => {
  it.effect("R27 has not heard what it was to do: that is known, and not in doubt", () =>
    Effect.gen(function* () {
      const standin = new Standin(() => ({ status: 200, body: "" }));
      yield* Effect.promise(() => standin.listen());
      yield* Effect.promise(() => standin.close());
      const client = yield* HttpClient.HttpClient;
      const { act } = makeExchange(
        client,
        sayingsOf("Nobody", () => []),
        "10 seconds",
      );
      const error = yield* Effect.flip(act(HttpClientRequest.post(standin.url)));
      assert.deepInclude(error, { _tag: "ProviderUnavailable", reason: "ECONNREFUSED" });
    }).pipe(Effect.provide(FetchHttpClient.layer)),
  );
});

describe("a provider that sends us somewhere else", () => {
  it.effect("is not followed: no token, address or label goes there", () =>
    Effect.gen(function* () {
      const [provider, stranger] = [0, 1].map(() => new Standin(() => ({ status: 200, body: "{}" })));
      if (provider === undefined || stranger === undefined) return;
      for (const standin of [provider, stranger]) yield* Effect.promise(() => standin.listen());
      const reply = { status: 307, headers: { location: stranger.url }, body: "" };
      provider.plan("POST", /./, { _tag: "Instead", reply });
      const { act } = makeExchange(
        yield* HttpClient.HttpClient,
        sayingsOf("Nobody", () => []),
        "10 seconds",
      );
      const request = HttpClientRequest.post(provider.url).pipe(
        HttpClientRequest.setHeader("x-payment-authorization-token", "a token"),
      );
      assert.deepInclude(yield* Effect.flip(act(request)), { _tag: "OutcomeUnknown" });
      assert.lengthOf(stranger.asked, 0);
      for (const standin of [provider, stranger]) yield* Effect.promise(() => standin.close());
    }).pipe(Effect.provide(FetchHttpClient.layer)),
  );
});

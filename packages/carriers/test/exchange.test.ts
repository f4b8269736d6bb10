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

import { assert, describe, it } from "@effect/vitest";
import { Carrier } from "@resale/core";
import { Effect } from "effect";
import { buy, on, order } from "./easypost.ts";
import { buyer } from "./parcels.ts";

const BUY = /\/buy$/;

describe("labels of EasyPost", () => {
  it.effect("R38 are not sold to an address that the carrier knows under another ZIP code", () =>
    on((standin) =>
      Effect.gen(function* () {
        const to = { ...buyer, line1: "Moved Street 1" };
        const carrier = yield* Carrier;
        const error = yield* Effect.flip(carrier.buyLabel({ ...order("moved"), to }));
        assert.strictEqual(error._tag, "ProviderRefused");
        assert.match(error.reason, /^to\.zip: .*99999/);
        assert.strictEqual(standin.charges, 0);
      }),
    ),
  );

  it.effect("R28 come as a PDF, though the account has them made as pictures", () =>
    on((standin) =>
      Effect.gen(function* () {
        standin.convert = true;
        const { reference } = yield* buy("picture");
        const { pdf, qrPng } = yield* Carrier.use((carrier) => carrier.labelDocument(reference));
        assert.strictEqual(new TextDecoder().decode(pdf.slice(0, 5)), "%PDF-");
        assert.isUndefined(qrPng);
      }),
    ),
  );

  it.effect("R39 that were given back are printed no more", () =>
    on(() =>
      Effect.gen(function* () {
        const carrier = yield* Carrier;
        const { reference } = yield* buy("back");
        yield* carrier.refundLabel({ key: "r", label: reference });
        const error = yield* Effect.flip(carrier.labelDocument(reference));
        assert.match(error.reason, /refunded/);
      }),
    ),
  );

  it.effect("are bought over connections that stay open", () =>
    on((standin) =>
      Effect.gen(function* () {
        for (let number = 0; number < 10; number++) yield* buy(`open-${number}`);
        assert.isAtMost(standin.server.connections, 2);
        assert.isAbove(standin.server.asked.length, 39);
      }),
    ),
  );

  it.effect(
    "R27 are asked for, and not bought, when the answer was lost; several who want one at once make one shipment",
    () =>
      on((standin) =>
        Effect.gen(function* () {
          standin.server.plan("POST", BUY, { _tag: "CutAfter" });
          assert.strictEqual((yield* Effect.flip(buy("looked for")))._tag, "OutcomeUnknown");
          yield* Effect.all(
            [1, 2, 3, 4].map(() => buy("looked for")),
            { concurrency: "unbounded" },
          );
          assert.strictEqual(standin.server.count("POST", BUY), 1);
          yield* Effect.all(
            [1, 2, 3, 4].map(() => buy("at once")),
            { concurrency: "unbounded" },
          );
          assert.strictEqual(standin.server.count("POST", /\/shipments$/), 2);
          assert.strictEqual(standin.server.count("POST", BUY), 2);
        }),
      ),
  );

  it.effect("are refused by what there is no rate for, and nothing was paid", () =>
    on(
      (standin) =>
        Effect.gen(function* () {
          const error = yield* Effect.flip(buy("rocket"));
          assert.strictEqual(error._tag, "ProviderRefused");
          assert.match(error.reason, /no rate of USPS Rocket/);
          assert.strictEqual(standin.charges, 0);
        }),
      { service: "Rocket" },
    ),
  );
});

import { assert, describe, it } from "@effect/vitest";
import { Carrier, CivilDate, HOUR, type ProviderError } from "@resale/core";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { buyer, MONDAY, seller } from "./parcels.ts";
import { no } from "./standins/uspsNo.ts";
import { buy, on } from "./usps.ts";

const LABEL = /\/labels\/v3\/label$/;
const isUnknown = (error: ProviderError) => assert.strictEqual(error._tag, "OutcomeUnknown");

describe("labels of the USPS", () => {
  it.effect("R28 are sold to no address it does not know, nor to one under another ZIP code", () =>
    on((standin) =>
      Effect.gen(function* () {
        const carrier = yield* Carrier;
        const sell = (line1: string) =>
          Effect.flip(
            carrier.buyLabel({ key: line1, from: seller, to: { ...buyer, line1 }, reference: "R" }),
          );
        assert.match((yield* sell("Nowhere Lane 1")).reason, /^to\.line1: /);
        assert.match((yield* sell("Moved Street 1")).reason, /^to\.zip: .*99999/);
        assert.match((yield* sell("Long Street ".repeat(5))).reason, /^to\.line1: longer/);
        assert.strictEqual(standin.charges, 0);
      }),
    ),
  );
  it.effect("R28 show no price, no receipt and no day, and come with a QR code where it is wanted", () =>
    on(
      (standin) =>
        Effect.gen(function* () {
          const { qr, reference } = yield* buy("plain");
          assert.isFalse(qr);
          assert.isUndefined((yield* Carrier.use((carrier) => carrier.labelDocument(reference))).qrPng);
          const asked = standin.server.asked.find(({ path }) => LABEL.test(path));
          const { imageInfo, packageDescription } = JSON.parse(asked?.text ?? "{}");
          assert.deepInclude(imageInfo, { imageType: "PDF", receiptOption: "NONE", suppressPostage: true });
          assert.deepInclude(packageDescription, { mailingDate: "2026-11-23", weight: 3 });
        }),
      () => ({ qr: false }),
    ),
  );
  it.effect("R39 that are on the manifest are given back by a dispute, once", () =>
    on((standin) =>
      Effect.gen(function* () {
        standin.manifested = true;
        const carrier = yield* Carrier;
        const { reference } = yield* buy("manifest");
        standin.server.plan("DELETE", /label/, { _tag: "CutAfter" });
        isUnknown(yield* Effect.flip(carrier.refundLabel({ key: "r", label: reference })));
        yield* carrier.refundLabel({ key: "r", label: reference });
        assert.match((yield* Effect.flip(carrier.labelDocument(reference))).reason, /refunded/);
      }),
    ),
  );
});

describe("pickups of the USPS", () => {
  const book = (key: string, label: Parameters<Carrier["Service"]["refundLabel"]>[0]["label"]) =>
    Carrier.use((carrier) =>
      carrier.bookPickup({ key, label, from: seller, date: CivilDate.make("2026-11-24") }),
    );

  it.effect(
    "R34 stand, though neither the answer nor their number was ever told, and are cancelled by people then",
    () =>
      on((standin) =>
        Effect.gen(function* () {
          const carrier = yield* Carrier;
          const { reference } = yield* buy("unnumbered");
          standin.pickups.namesTheOther = false;
          standin.server.plan("POST", /carrier-pickup$/, { _tag: "CutAfter" });
          isUnknown(yield* Effect.flip(book("p", reference)));
          const { confirmation } = yield* book("p", reference);
          assert.match(confirmation, /^unnumbered-/);
          assert.strictEqual(standin.pickups.count, 1);
          const error = yield* Effect.flip(carrier.cancelPickup({ key: "c", confirmation }));
          assert.match(error.reason, /usps\.com/);
        }),
      ),
  );
  it.effect("R34 are refused where the address has one on that day already", () =>
    on(() =>
      Effect.gen(function* () {
        const [one, other] = [yield* buy("one"), yield* buy("other")];
        yield* book("p1", one.reference);
        assert.match((yield* Effect.flip(book("p2", other.reference))).reason, /^date: 020001/);
      }),
    ),
  );
  it.effect("R34 are cancelled in the version that stands, though somebody changed them in between", () =>
    on((standin) =>
      Effect.gen(function* () {
        const carrier = yield* Carrier;
        const { reference } = yield* buy("changed");
        const { confirmation } = yield* book("p", reference);
        standin.server.plan("DELETE", /carrier-pickup/, {
          _tag: "Instead",
          reply: no(412, "412", "Precondition Failed"),
        });
        yield* carrier.cancelPickup({ key: "c", confirmation });
        assert.strictEqual(standin.pickups.count, 0);
      }),
    ),
  );
  it.effect("R34 are taken until two in the morning, Central time", () =>
    on(() =>
      Effect.gen(function* () {
        const { reference } = yield* buy("late");
        yield* TestClock.setTime(MONDAY + 17 * HOUR);
        assert.match((yield* Effect.flip(book("p", reference))).reason, /^date: 020018/);
      }),
    ),
  );
});

import { assert, describe, it } from "@effect/vitest";
import {
  advanceClock,
  Carrier,
  DAY,
  findOrders,
  instant,
  Mailer,
  Payments,
  Programs,
  plus,
  preLoved,
  StoreCredit,
  verifyJournal,
  viewOrder,
} from "@resale/core";
import {
  acting,
  asking,
  asSupport,
  buyPieces,
  faulty,
  listPiece,
  MemoryCarrier,
  MemoryMailer,
  MemoryMembers,
  MemoryPayments,
  MemoryPhotos,
  MemoryPurchases,
  MemoryStore,
  MemoryStoreCredit,
  MemoryTax,
  MemoryWebhooks,
  type Mishaps,
  randomIds,
  SettableClock,
  START,
  scanParcel,
  settableClockLayer,
  silentWorld,
  testLinks,
} from "@resale/testkit";
import { Effect, Layer, ManagedRuntime } from "effect";

const mishaps: Mishaps = {
  drop: 15,
  lose: 15,
  repeat: 15,
  delay: { chance: 10, most: "1 second" },
  overtake: { chance: 10, patience: "10 millis" },
};

const makeFaultyWorld = (seed: number) => {
  const clock = new SettableClock(START);
  const carrier = faulty(Carrier, MemoryCarrier.layer, { seed, mishaps, excuses: acting });
  const payments = faulty(Payments, MemoryPayments.layer, { seed: seed + 1, mishaps, excuses: acting });
  const credit = faulty(StoreCredit, MemoryStoreCredit.layer, { seed: seed + 2, mishaps, excuses: acting });
  const mailer = faulty(Mailer, MemoryMailer.layer, { seed: seed + 3, mishaps, excuses: asking });
  const layer = Layer.mergeAll(
    MemoryStore.layer,
    MemoryMembers.layer,
    MemoryPurchases.layer,
    MemoryTax.layer,
    MemoryPhotos.layer,
    MemoryWebhooks.layer,
    carrier.layer,
    payments.layer,
    credit.layer,
    mailer.layer,
    testLinks,
    randomIds,
    silentWorld,
    Programs.layer(preLoved),
    settableClockLayer(clock),
  );
  return { clock, runtime: ManagedRuntime.make(layer), wires: [carrier, payments, credit, mailer] };
};

const sale = (clock: SettableClock) =>
  Effect.gen(function* () {
    const { listing } = yield* listPiece();
    const later = (milliseconds: number) => advanceClock(plus(instant(clock.now), milliseconds));
    // A buyer whose payment is under way is told to wait: it goes on without them.
    yield* Effect.ignore(buyPieces([listing]));
    yield* later(3_600_000);
    const [bought] = yield* findOrders(asSupport, { limit: 1 });
    if (bought === undefined) return "not bought";
    const order = bought.id;
    yield* scanParcel(order, "Accepted", instant(clock.now));
    yield* later(2 * DAY);
    yield* scanParcel(order, "Delivered", instant(clock.now));
    yield* later(4 * DAY);
    const { order: seen } = yield* viewOrder(asSupport, order);
    return seen.seller?.payoutState ?? "";
  });

describe("a sale over faulty wires", () => {
  for (const seed of [1, 2, 3, 5, 8, 13, 21, 34]) {
    it.live(`R27 R48 loses and doubles nothing (seed ${seed})`, () =>
      Effect.promise(async () => {
        const { clock, runtime, wires } = makeFaultyWorld(seed);
        try {
          const end = await runtime.runPromise(sale(clock));
          assert.include(["Issued", "not bought"], end);
          const { faults } = await runtime.runPromise(verifyJournal());
          assert.deepStrictEqual(faults, []);
          const payments = [
            ...(await runtime.runPromise(MemoryPayments.useSync((kept) => kept.payments))).values(),
          ];
          const captured = payments.reduce((sum, one) => sum + one.captured - one.refunded, 0);
          const keys = await runtime.runPromise(
            MemoryStoreCredit.useSync(({ effects }) => [...effects.values()]),
          );
          assert.deepStrictEqual(
            keys.filter((times) => times > 1),
            [],
          );
          assert.strictEqual(captured > 0, end === "Issued");
          const met = wires.flatMap(({ met: calls }) => calls);
          assert.isNotEmpty(met.flatMap((one) => one.mishaps));
        } finally {
          await runtime.dispose();
        }
      }),
    );
  }
});

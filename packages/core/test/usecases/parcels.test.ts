import {
  type CivilDate,
  comeToRest,
  commandOrder,
  listOwnStock,
  type OrderId,
  type PickupSide,
  type Program,
  ProviderRefused,
  viewOrder,
} from "@resale/core";
import {
  aProduct,
  aProgram,
  asReviewer,
  asSupport,
  buyPieces,
  listingId,
  MemoryCarrier,
  makeWorld,
  someDetails,
  type World,
} from "@resale/testkit";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { performTask } from "../../src/usecases/tasks/performTask.ts";
import { play } from "./playing.ts";
import { aSale, complained, upheld } from "./sales.ts";

const wednesday = "2026-11-04" as CivilDate;
const sunday = "2026-11-08" as CivilDate;
const refused = (reason: string) => new ProviderRefused({ provider: "carrier", reason });

const viewed = (order: OrderId) => Effect.map(viewOrder(asSupport, order), ({ order: view }) => view);

/** The label that was bought under a reference, and by which keys the carrier was asked. */
const asked = Effect.map(MemoryCarrier, ({ labels, effects }) => ({
  labels: [...labels.values()],
  keys: [...effects.keys()],
}));

const pickupOf = (order: OrderId) =>
  Effect.map(viewed(order), ({ seller }): PickupSide["_tag"] | undefined => seller?.pickup._tag);

describe("a label", () => {
  it("R28 leads from the seller to the buyer, and bears the end of the order's key", () =>
    play(() =>
      Effect.gen(function* () {
        const { seller, order } = yield* aSale;
        const { labels, keys } = yield* asked;
        const { buyer } = yield* viewed(order);
        expect(labels).toMatchObject([
          { from: seller.address, to: buyer?.shipTo, reference: order.slice(-12).toUpperCase() },
        ]);
        expect(buyer?.shipTo.name).toBe("Grace Hopper");
        expect(keys.join()).toContain(`label.${order}.0`);
      }),
    ));

  it("R28 that was refused is asked for again as another, and bought once however often its task is done", () =>
    play(() =>
      Effect.gen(function* () {
        const carrier = yield* MemoryCarrier;
        carrier.failNext("buyLabel", refused("no such street"));
        const { order } = yield* aSale;
        expect((yield* viewed(order)).desk?.operatorTasks).toMatchObject([{ task: "LabelFailed" }]);
        expect((yield* asked).labels).toEqual([]);
        yield* commandOrder({ actor: asSupport }, order, { _tag: "Repeat", what: "Label" });
        yield* comeToRest();
        yield* performTask({ _tag: "BuyLabel", order });
        const { labels, keys } = yield* asked;
        expect(labels).toHaveLength(1);
        expect(keys.join()).toContain(`label.${order}.1`);
        expect((yield* viewed(order)).tracking).toBe(labels[0]?.label.tracking);
      }),
    ));

  it("R39 that was not used is given back, and one that was used is shown as refused, with the reason", () =>
    play(() =>
      Effect.gen(function* () {
        const [used, unused] = [yield* aSale, yield* aSale];
        (yield* MemoryCarrier).failNext("refundLabel", refused("the label was used"));
        const reason = { code: "SellerCannotShip", text: "Ill." };
        for (const { order } of [used, unused]) {
          yield* commandOrder({ actor: asSupport }, order, { _tag: "Cancel", reason });
          yield* comeToRest();
        }
        expect((yield* viewed(used.order)).desk?.label).toBe("RefundRefused");
        expect((yield* viewed(unused.order)).desk?.label).toBe("Refunded");
        yield* performTask({ _tag: "RefundLabel", order: unused.order });
        const { labels, keys } = yield* asked;
        expect(labels.map(({ refunded }) => refunded)).toEqual([false, true]);
        expect(keys.join()).toContain(`label-refund.${unused.order}`);
      }),
    ));
});

describe("a pickup", () => {
  const booked = Effect.fnUntraced(function* (order: OrderId, date: CivilDate) {
    yield* commandOrder({ actor: asSupport }, order, { _tag: "BookPickup", date });
    yield* comeToRest();
  });

  it("R34 is booked for its day, once, and called off", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        const { pickups } = yield* MemoryCarrier;
        yield* booked(order, wednesday);
        expect([...pickups.values()]).toMatchObject([{ date: wednesday }]);
        yield* performTask({ _tag: "BookPickup", order });
        expect(pickups.size).toBe(1);
        expect((yield* viewed(order)).seller?.pickup).toMatchObject({
          _tag: "Booked",
          confirmation: [...pickups.keys()][0],
        });
        expect((yield* asked).keys.join()).toContain(`pickup.${order}.${wednesday}`);
        yield* commandOrder({ actor: asSupport }, order, { _tag: "CancelPickup" });
        yield* comeToRest();
        expect(pickups.size).toBe(0);
        expect(yield* pickupOf(order)).toBe("Cancelled");
        expect((yield* asked).keys.join()).toContain(`pickup-cancel.${order}.`);
      }),
    ));

  it("R34 that the carrier refuses is shown with its reason, and may be asked for on another day", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        yield* booked(order, sunday);
        expect((yield* viewed(order)).seller?.pickup).toMatchObject({
          _tag: "Refused",
          reason: expect.stringContaining("Sunday"),
        });
        yield* booked(order, wednesday);
        expect(yield* pickupOf(order)).toBe("Booked");
      }),
    ));

  it("R34 that can't be called off any more comes for nothing", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        yield* booked(order, wednesday);
        (yield* MemoryCarrier).failNext("cancelPickup", refused("too late"));
        yield* commandOrder({ actor: asSupport }, order, { _tag: "CancelPickup" });
        yield* comeToRest();
        expect(yield* pickupOf(order)).toBe("Cancelled");
      }),
    ));

  it("R34 is neither booked nor called off where nobody asks any more", () =>
    play(() =>
      Effect.gen(function* () {
        const { order } = yield* aSale;
        for (const _tag of ["BookPickup", "CancelPickup", "RefundLabel", "BuyReturnLabel"] as const) {
          yield* performTask({ _tag, order });
        }
        expect(yield* pickupOf(order)).toBe("None");
        expect((yield* asked).keys).toHaveLength(1);
      }),
    ));
});

describe("a piece that goes back", () => {
  const disputed = Effect.fnUntraced(function* (world: World) {
    const sale = yield* aSale;
    yield* complained(sale.order, world);
    return sale;
  });
  const toBrand: Program = aProgram({ returns: { to: "Brand" } });
  const toSeller: Program = aProgram({ returns: { to: "Seller" } });

  it.each([
    ["the brand", toBrand],
    ["the seller", toSeller],
  ] as const)("R45 goes to %s, where the Program says so, from where it was sent to", (who, program) =>
    play(
      (world) =>
        Effect.gen(function* () {
          const { seller, order } = yield* disputed(world);
          yield* upheld(order);
          const { labels, keys } = yield* asked;
          const { buyer } = yield* viewed(order);
          const to = who === "the brand" ? program.ownStock.address : seller.address;
          expect(labels[1]).toMatchObject({ from: buyer?.shipTo, to, reference: labels[0]?.reference });
          expect(keys.join()).toContain(`return.${order}.0`);
          expect(buyer?.returnTracking).toBe(labels[1]?.label.tracking);
        }),
      makeWorld(program),
    ),
  );

  it("R17 R45 goes to the brand where it was the brand's own, whatever the Program says of members' pieces", () =>
    play(
      (world) =>
        Effect.gen(function* () {
          const own = yield* listOwnStock({ actor: asReviewer }, aProduct(), someDetails() as never);
          const { order } = yield* buyPieces([listingId(own.id)]);
          yield* complained(order, world);
          yield* upheld(order);
          expect((yield* asked).labels[1]).toMatchObject({ to: world.program.ownStock.address });
        }),
      makeWorld(toSeller),
    ));

  it("R45 waits for an operator where the carrier refuses its label", () =>
    play((world) =>
      Effect.gen(function* () {
        const { order } = yield* disputed(world);
        (yield* MemoryCarrier).failNext("buyLabel", refused("no such street"));
        yield* upheld(order);
        const since = (yield* viewed(order)).placedAt;
        expect((yield* viewed(order)).desk?.operatorTasks).toEqual([{ task: "ReturnLabelFailed", since }]);
        yield* commandOrder({ actor: asSupport }, order, { _tag: "Repeat", what: "Return" });
        yield* comeToRest();
        expect((yield* asked).keys.join()).toContain(`return.${order}.1`);
      }),
    ));
});

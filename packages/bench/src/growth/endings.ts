import {
  type Actor,
  comeToRest,
  commandOrder,
  instant,
  type OrderCommand,
  type OrderId,
  OrderId as OrderIdSchema,
  type PaymentToken,
  payCheckout,
  receiveScans,
  type ScanStatus,
  TrackingNumber,
  viewOrder,
  type Zip,
} from "@resale/core";
import { holdPieces, listPiece } from "@resale/testkit";
import { Effect } from "effect";
import type { Shop } from "./shop.ts";

const DAY = 86_400_000;
const TOGETHER = { concurrency: 32 } as const;
const support: Actor = { _tag: "Support", id: "sam" };
const text = "As was agreed.";

/** All days of sales that go the same way, step by step: every sale takes a step, then the next one. */
class Sales {
  readonly shop: Shop;
  readonly orders: ReadonlyArray<OrderId>;

  constructor(shop: Shop, orders: ReadonlyArray<OrderId>) {
    this.shop = shop;
    this.orders = orders;
  }

  readonly tell = (status: ScanStatus) =>
    Effect.andThen(
      Effect.forEach(
        this.orders,
        (order) =>
          Effect.gen({ self: this }, function* () {
            const { order: view } = yield* viewOrder(support, order);
            const scan = { at: instant(this.shop.clock.now), status, zip: "10001" as Zip };
            yield* receiveScans("Memory", TrackingNumber.make(view.tracking ?? "missing"), [scan]);
          }),
        TOGETHER,
      ),
      comeToRest(),
    );

  readonly give = (actorOf: (order: OrderId) => Actor, command: OrderCommand) =>
    Effect.andThen(
      Effect.forEach(
        this.orders,
        (order) => commandOrder({ actor: actorOf(order) }, order, command),
        TOGETHER,
      ),
      comeToRest(),
    );

  readonly wait = (days: number) =>
    Effect.suspend(() => {
      this.shop.clock.set(this.shop.clock.now + days * DAY);
      return comeToRest();
    });

  readonly arrive = Effect.suspend(() =>
    Effect.all([this.wait(1), this.tell("Accepted"), this.wait(3), this.tell("Delivered")], {
      discard: true,
    }),
  );
}

const guest = (order: OrderId): Actor => ({ _tag: "Guest", order });
const sam = (): Actor => support;
const dispute: OrderCommand = { _tag: "OpenDispute", kind: "Damaged", text, photos: [] };
const decide = (upheld: boolean): OrderCommand => ({ _tag: "DecideDispute", upheld, text });

/** How a sale may end, and what leads there. */
export const endings = {
  confirmed: ({ arrive, give }: Sales) => Effect.andThen(arrive, give(guest, { _tag: "Confirm" })),
  "confirmed automatically": ({ arrive, wait }: Sales) => Effect.andThen(arrive, wait(4)),
  "dispute rejected": ({ arrive, give }: Sales) =>
    Effect.all([arrive, give(guest, dispute), give(sam, decide(false))], { discard: true }),
  "dispute upheld": ({ arrive, give }: Sales) =>
    Effect.all(
      [arrive, give(guest, dispute), give(sam, decide(true)), give(sam, { _tag: "RecordReturnReceived" })],
      { discard: true },
    ),
  "never sent": ({ wait, give }: Sales) =>
    Effect.andThen(wait(7), give(sam, { _tag: "Cancel", reason: { code: "NotShipped", text } })),
};
export type Ending = keyof typeof endings;

/** So many pieces are put up for sale, approved, bought and paid for. */
const sell = Effect.fnUntraced(function* (shop: Shop, count: number) {
  const orders = yield* Effect.forEach(
    Array.from({ length: count }),
    () =>
      Effect.gen(function* () {
        const { listing } = yield* listPiece();
        const { checkout } = yield* holdPieces([listing]);
        const payment = { tender: "Card", token: "tok_visa" as PaymentToken };
        const paid = yield* payCheckout({ actor: { _tag: "Visitor" } }, checkout, payment);
        return paid.orders.map((order) => OrderIdSchema.make(order));
      }),
    TOGETHER,
  );
  yield* comeToRest();
  return new Sales(shop, orders.flat());
});

/** Makes so many whole sales of one ending. */
export const makeSales = Effect.fnUntraced(function* (shop: Shop, ending: Ending, count: number) {
  yield* endings[ending](yield* sell(shop, count));
});

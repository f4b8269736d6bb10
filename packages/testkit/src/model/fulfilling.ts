import {
  type Actor,
  CancelReason,
  type CivilDate,
  DAY,
  HOUR,
  MINUTE,
  type OrderCommand,
  plus,
  type ScanStatus,
} from "@resale/core";
import fc from "fast-check";
import { SCAN_STATUSES } from "../arbitraries/index.ts";
import {
  aScan,
  asBuyer,
  asCarrier,
  asMember,
  asPaymentProvider,
  asSupport,
  orderId,
} from "../builders/index.ts";
import { Action, at, place } from "./Action.ts";
import type { Mood } from "./Providers.ts";
import type { World } from "./World.ts";
import { perform } from "./worker.ts";

const moods = fc.constantFrom<Mood>("Works", "Works", "Works", "Works", "Refuses", "AnswerLost");

/** A worker takes a task: one that waits, or, by mistake, one that was done already. */
export const work = fc.tuple(fc.nat({ max: 40 }), moods, fc.boolean()).map(
  ([index, mood, again]) =>
    new Action(`task ${index} ${mood}${again ? " once more" : ""}`, (world) => {
      const open = [...world.tasks.keys()].filter((task) => again || world.tasks[task]?.done === false);
      const task = open[index % Math.max(1, open.length)];
      if (task !== undefined) perform(world, task, mood);
    }),
);

export const workAll = fc.constant(0).map(
  () =>
    new Action("all that waits is done", (world) => {
      for (const task of [...world.tasks.keys()])
        if (world.tasks[task]?.done === false) perform(world, task, "Works");
    }),
);

const statuses = fc.constantFrom<ScanStatus>(
  "Accepted",
  "Accepted",
  "InTransit",
  "Delivered",
  "Delivered",
  ...SCAN_STATUSES,
);
const scan = fc.record({
  status: statuses,
  hours: fc.oneof(fc.constant(0), fc.constant(0), fc.nat({ max: 60 })),
  zip: fc.constantFrom(undefined, "Home", "Home", "Elsewhere"),
});

/** Where the buyer lives, who is the brand's own neighbour, or somewhere else. */
const zipOf = ({ program }: World, zip: "Home" | "Elsewhere" | undefined): string | undefined =>
  zip === "Home" ? program.ownStock.address.zip : zip && "10001";

interface Seen {
  readonly status: ScanStatus;
  readonly hours: number;
  readonly zip: "Home" | "Elsewhere" | undefined;
}

/** The carrier scans an order's parcel, or its return. */
export const scanning = (index: number, scans: ReadonlyArray<Seen>, way = false) =>
  new Action(
    `the carrier scans ${index}: ${scans.map(({ status, hours }) => `${status} ${hours} h ago`).join(", ")}`,
    (world) => {
      const [id, kept] = at(world.orders.kept, index) ?? [];
      if (id === undefined || kept === undefined) return;
      const { returning, label: own } = kept.state;
      const back = "label" in returning ? returning.label : undefined;
      const label = way ? back : "label" in own ? own.label : undefined;
      if (label === undefined) return;
      const told = scans.map(({ status, hours, zip }) =>
        aScan(status, plus(world.now, -hours * HOUR), zipOf(world, zip)),
      );
      const command = { _tag: "RecordScans", tracking: label.tracking, scans: told } as const;
      world.tell(world.orders, id, command, asCarrier);
    },
  );

export const carrier = fc
  .tuple(place, fc.array(scan, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([index, scans, way]) => scanning(index, scans, way));

const orderCommand = (
  name: string,
  commands: fc.Arbitrary<OrderCommand>,
  actorOf: (buyer: string | null, seller: string | null, order: string) => Actor,
) =>
  fc.tuple(place, commands).map(
    ([index, command]) =>
      new Action(`${name} ${JSON.stringify(command)} to order ${index}`, (world) => {
        const found = at(world.orders.kept, index);
        if (found === undefined) return;
        const [id, { state }] = found;
        const seller = state.seller._tag === "Member" ? state.seller.id : null;
        world.tell(world.orders, id, command, actorOf(state.buyer.member, seller, id));
      }),
  );

export const buyer = orderCommand(
  "the buyer gives",
  fc.oneof(
    fc.constant<OrderCommand>({ _tag: "Confirm" }),
    fc
      .constantFrom("NotAsDescribed", "NotReceived")
      .map((kind): OrderCommand => ({ _tag: "OpenDispute", kind, text: "Torn", photos: [] })),
    fc.integer({ min: 1, max: 5 }).map((stars): OrderCommand => ({ _tag: "Rate", stars, text: null })),
  ),
  (member, _, order) => (member === null ? { _tag: "Guest", order: orderId(order) } : asBuyer),
);

export const seller = orderCommand(
  "the seller gives",
  fc.constantFrom<OrderCommand>(
    { _tag: "BookPickup", date: "2026-11-05" as CivilDate },
    { _tag: "CancelPickup" },
  ),
  (_, member) => (member === null ? asSupport : asMember(member)),
);

export const support = orderCommand(
  "support gives",
  fc.oneof(
    fc
      .constantFrom(...CancelReason.literals)
      .map((code): OrderCommand => ({ _tag: "Cancel", reason: { code, text: "" } })),
    fc.boolean().map((upheld): OrderCommand => ({ _tag: "DecideDispute", upheld, text: "We are sure." })),
    fc.boolean().map((upheld): OrderCommand => ({ _tag: "DecideDispute", upheld, text: "We have looked." })),
    fc.boolean().map((publish): OrderCommand => ({ _tag: "ModerateRating", publish })),
    fc
      .constantFrom("Label", "LabelRefund", "Payout", "Refund", "Return" as const)
      .map((what): OrderCommand => ({ _tag: "Repeat", what })),
    fc.constantFrom<OrderCommand>(
      { _tag: "Wait" },
      { _tag: "VerifyDelivery" },
      { _tag: "ReleasePayout" },
      { _tag: "DropPayout" },
      { _tag: "RecordReturnReceived" },
      { _tag: "CloseIntercept" },
      { _tag: "RevokeLinks" },
      { _tag: "SendLink" },
    ),
  ),
  () => asSupport,
);

export const bank = orderCommand(
  "the bank gives",
  fc
    .constantFrom("Open", "Won", "Lost" as const)
    .map((outcome): OrderCommand => ({ _tag: "RecordChargeback", outcome })),
  () => asPaymentProvider,
);

/** Time passes, with a worker awake at its end or not; or exactly to the next thing that is due, or a millisecond before. */
export const time = fc
  .tuple(
    fc.constantFrom(0, 1, MINUTE, 14 * MINUTE, HOUR, DAY, 3 * DAY, 11 * DAY),
    fc.constantFrom(undefined, -1, 0, 1),
    fc.boolean(),
  )
  .map(
    ([pause, near, wakes]) =>
      new Action(
        `${near === undefined ? `${pause} ms pass` : `the next deadline ${near} ms`}${wakes ? "" : ", and nobody wakes"}`,
        (world) => {
          const { next } = world;
          const wait =
            near === undefined || next === undefined ? pause : Math.max(0, next + near - world.now);
          world.pass(wait, wakes);
        },
      ),
  );

import { DAY, HOUR, Zip } from "@resale/core";
import { Schema } from "effect";

/** Where a scan is made: at the sender's end, on the way, at the addressee's, or somewhere it should not be. */
export const Where = Schema.Union([
  Schema.Literals(["Origin", "Hub", "Destination", "Elsewhere"]),
  Schema.Struct({ place: Schema.String, zip: Schema.optionalKey(Zip) }),
]);
export type Where = typeof Where.Type;

/** One scan of a story. Times are milliseconds since the parcel was dropped; the status is the carrier's own word. */
export const Step = Schema.Struct({
  after: Schema.Int,
  status: Schema.String,
  where: Schema.optionalKey(Where),
  detail: Schema.String,
  /** When we are told of it, once or more often; as it happens, if left out. */
  told: Schema.optionalKey(Schema.NonEmptyArray(Schema.Int)),
});
export type Step = typeof Step.Type;

/** What becomes of a parcel once it is dropped. */
export const Story = Schema.Array(Step);
export type Story = typeof Story.Type;

const accepted: Step = {
  after: 4 * HOUR,
  status: "Accepted",
  where: "Origin",
  detail: "USPS in possession of item",
};
const moving: ReadonlyArray<Step> = [
  {
    after: 12 * HOUR,
    status: "InTransit",
    where: "Hub",
    detail: "Arrived at regional origin facility",
  },
  { after: 40 * HOUR, status: "InTransit", where: "Destination", detail: "Arrived at post office" },
];
const outForDelivery: Step = {
  after: 2 * DAY + 20 * HOUR,
  status: "OutForDelivery",
  where: "Destination",
  detail: "Out for delivery",
};
const handedOver: Step = {
  after: 3 * DAY,
  status: "Delivered",
  where: "Destination",
  detail: "Delivered, front door/porch",
};
const delivered: Story = [accepted, ...moving, outForDelivery, handedOver];
const attempt: Step = {
  after: 3 * DAY,
  status: "Attempted",
  where: "Destination",
  detail: "Notice left (no authorized recipient available)",
};
const backToSender: Step = {
  after: 9 * DAY,
  status: "DeliveredToSender",
  where: "Origin",
  detail: "Delivered, to original sender",
};

const told = (
  story: Story,
  when: (step: Step, index: number) => readonly [number, ...Array<number>],
): Story => story.map((step, index) => ({ ...step, told: when(step, index) }));

/** The stories there are, by name: the usual one, those that go wrong, and those that are told badly (R37). */
export const stories = {
  delivered,
  /** Dropped nowhere that scans: nothing is ever heard. */
  neverShipped: [],
  stalled: [accepted, ...moving],
  lost: [
    accepted,
    ...moving,
    { after: 14 * DAY, status: "Lost", where: "Hub", detail: "Missing mail search closed: not found" },
  ],
  wrongZip: [accepted, ...moving, { ...handedOver, where: "Elsewhere" }],
  noAcceptance: [handedOver],
  toSender: [accepted, ...moving, { ...backToSender, after: 4 * DAY }],
  attempted: [accepted, ...moving, outForDelivery, attempt, { ...handedOver, after: 4 * DAY }],
  returned: [
    accepted,
    ...moving,
    attempt,
    { after: 6 * DAY, status: "Returning", where: "Destination", detail: "Return to sender processed" },
    backToSender,
  ],
  late: told(delivered, ({ after }) => [after + 2 * DAY]),
  twice: told(delivered, ({ after }) => [after, after + HOUR, after + DAY]),
  outOfOrder: told(delivered, (_, index) => [3 * DAY + (delivered.length - index) * HOUR]),
  /** The number once belonged to another parcel, whose scans are told among this one's. */
  recycled: [
    {
      after: -200 * DAY,
      status: "Accepted",
      where: "Elsewhere",
      detail: "USPS in possession of item",
      told: [HOUR],
    },
    ...delivered,
    {
      after: -197 * DAY,
      status: "Delivered",
      where: "Elsewhere",
      detail: "Delivered, in/at mailbox",
      told: [2 * HOUR, 13 * HOUR],
    },
  ],
  unknownStatus: [
    accepted,
    { after: 8 * HOUR, status: "HeldByCustomsOfTheMoon", where: "Hub", detail: "Processing exception" },
    ...moving,
    outForDelivery,
    handedOver,
  ],
} as const satisfies Record<string, Story>;
export type StoryName = keyof typeof stories;

/** A story by its name, or one of one's own. */
export type StoryChoice = StoryName | Story;

/** The story chosen. */
export const storyOf = (choice: StoryChoice): Story =>
  typeof choice === "string" ? stories[choice] : choice;

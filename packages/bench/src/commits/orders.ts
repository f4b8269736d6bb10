import { type Change, type CreditReference, type JournalLine, system } from "@resale/core";
import { aConfirmedOrder } from "@resale/testkit";

/** The version at which every sown order stands. */
export const SOWN_VERSION = 5;

/** Long after anything that is measured. */
const LATER = 4_000_000_000_000;

const template = (): Change => {
  const story = aConfirmedOrder().give(system, {
    _tag: "RecordPayout",
    reference: "credit-1" as CreditReference,
    to: "ada@example.com",
  });
  const change = story.chapter.changes.at(-1);
  if (change === undefined) throw new Error("nothing was written");
  return change;
};

const step = template();
const [recorded] = step.events;
const [wanted] = step.tasks;
if (recorded === undefined || wanted === undefined) throw new Error("a payout without fact or mail");

/** The order's state as JSON: some two kilobytes. */
export const stateText = JSON.stringify(step.state);
export const eventText = JSON.stringify(recorded.event);
export const status = step.index.status;

export const idOf = (number: number): string => `00000000-0000-7000-8000-${`${number}`.padStart(12, "0")}`;

/** By what a sown order is found, in SQL and here: a step changes none of it. */
const indexOf = (number: number): Change["index"] => ({
  ...step.index,
  seller: `seller-${number % 1000}`,
  buyer: `buyer-${number % 5000}`,
  email: `buyer-${number % 5000}@example.com`,
  tracking: `9400-${number}`,
  parent: `checkout-${number}`,
});

/** An order's payout is recorded: its state and next moment, a fact, a mail and two journal lines. */
export const changeOf = (number: number, version: number): Change => {
  const subject = { kind: "order", id: idOf(number) } as const;
  const next = version + 1;
  return {
    subject,
    expected: version,
    state: step.state,
    due: (LATER + number + version) as NonNullable<Change["due"]>,
    index: indexOf(number),
    before: indexOf(number),
    events: [{ ...recorded, subject, version: next }],
    tasks: [{ key: `${subject.id}.${next}.0`, task: wanted.task }],
    journal: step.journal.map((line): JournalLine => ({ ...line, version: next })),
  };
};

/** Orders shared out among callers: nobody changes another's, so that no commit meets another version. */
export class Orders {
  readonly versions: Int32Array;

  constructor(count: number) {
    this.versions = new Int32Array(count).fill(SOWN_VERSION);
  }

  /** The next step of a random order of a caller. */
  next(caller: number, callers: number): Change {
    const share = Math.floor(this.versions.length / callers);
    const number = caller * share + Math.floor(Math.random() * share);
    const version = this.versions[number] ?? SOWN_VERSION;
    this.versions[number] = version + 1;
    return changeOf(number, version);
  }
}

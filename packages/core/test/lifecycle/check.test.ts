import { type Finding, textOfFinding } from "@resale/core";
import { aConfirmedOrder, type OrderStory } from "@resale/testkit";
import { describe, expect, it } from "vitest";
import { checkSubject, type Kept } from "../../src/lifecycle/check.ts";

const confirmed = aConfirmedOrder();
const subject = { kind: "order", id: confirmed.id } as const;

/** An order as a store keeps it, with what may have come over it. */
const kept = (story: OrderStory, damaged: Partial<Kept> = {}): Kept => ({
  subject,
  version: story.version,
  state: JSON.parse(JSON.stringify(story.state)),
  events: story.history.map((event, at) => ({ ...event, position: at + 1 })),
  lines: story.journal,
  ...damaged,
});
const whole = kept(confirmed);
const found = (damaged: Partial<Kept>) => checkSubject(confirmed.machine, kept(confirmed, damaged)).findings;

describe("what is stored of a subject, held against its facts", () => {
  it("R55 is sound as it was written", () => {
    expect(checkSubject(confirmed.machine, whole)).toEqual({ state: confirmed.state, findings: [] });
  });

  it("R55 every fact that is missing is named, and every fact beyond its version; the others make no history", () => {
    const gone = whole.events.filter(({ version }) => version !== 2 && version !== 5);
    expect(found({ events: gone })).toEqual([
      { _tag: "EventMissing", subject, version: 2 },
      { _tag: "EventMissing", subject, version: 5 },
    ]);
    const { version } = confirmed;
    expect(found({ version: version - 1 })).toEqual([{ _tag: "EventBeyond", subject, version }]);
    expect(found({ version: version + 1 })).toEqual([
      { _tag: "EventMissing", subject, version: version + 1 },
    ]);
    const [first, ...others] = whole.events;
    if (first === undefined) throw new Error("nothing has happened");
    const before = { ...first, version: 0 };
    expect(found({ events: [before, ...others] })).toEqual([
      { _tag: "EventMissing", subject, version: 1 },
      { _tag: "EventBeyond", subject, version: 0 },
    ]);
  });

  it("R55 every place of its state that is not what its facts say is named", () => {
    const state = { ...confirmed.state, paid: false, terms: { ...confirmed.state.terms, payout: 1 } };
    expect(found({ state })).toEqual([
      { _tag: "StateDiffers", subject, path: "terms.payout", stored: 1, replayed: 80_00 },
      { _tag: "StateDiffers", subject, path: "paid", stored: false, replayed: true },
    ]);
  });

  it("R55 a state that can't be read is told with the reason, beside what else is wrong", () => {
    const checked = checkSubject(confirmed.machine, kept(confirmed, { state: { _tag: "Lost" } }));
    expect(checked.state).toBeUndefined();
    expect(checked.findings).toMatchObject([{ _tag: "Unreadable", subject, version: null }]);
    const events = whole.events.slice(1);
    const [unreadable, missing] = found({ state: null, events });
    expect(unreadable).toMatchObject({ _tag: "Unreadable", version: null });
    expect((unreadable as Extract<Finding, { _tag: "Unreadable" }>).reason).not.toMatch(/^$|\n/);
    expect(missing).toEqual({ _tag: "EventMissing", subject, version: 1 });
  });

  it("R55 the first fact that can't be read, or does not fit, is told with the reason; those after it make no history", () => {
    const at = (version: number, event: (typeof whole.events)[number]["event"]) =>
      whole.events.map((one) =>
        one.version === version || one.version === version + 1 ? { ...one, event } : one,
      );
    const misfit = { _tag: "DisputeFellDue" };
    expect(found({ events: at(2, misfit) })).toEqual([
      {
        _tag: "Unreadable",
        subject,
        version: 2,
        reason: "the fact DisputeFellDue does not fit a subject in Placed",
      },
    ]);
    expect(found({ events: at(2, { _tag: "Evaporated" }), state: null })).toMatchObject([
      { _tag: "Unreadable", version: null },
      { _tag: "Unreadable", version: 2 },
    ]);
  });

  it("R53 each account on which something else stands than the fact booked is named, with both amounts", () => {
    const [first, ...others] = whole.lines;
    if (first === undefined) throw new Error("no money was moved");
    const { version, account, amount } = first;
    const differs = { _tag: "JournalDiffers", subject, version, account };
    expect(found({ lines: others })).toEqual([{ ...differs, stored: 0, booked: amount }]);
    const twice = [...whole.lines, first];
    expect(found({ lines: twice })).toEqual([{ ...differs, stored: 2 * amount, booked: amount }]);
    const nothing = { version: 1, account: "Loss", amount: 0 };
    expect(found({ lines: [...whole.lines, nothing] })).toEqual([
      { _tag: "JournalDiffers", subject, version: 1, account: "Loss", stored: 0, booked: 0 },
    ]);
    const split = [{ ...first, amount: amount - 1 }, ...others, { ...first, amount: 1 }];
    expect(found({ lines: split })).toEqual([]);
  });
});

describe("a finding in words", () => {
  const words: ReadonlyArray<readonly [Finding, string]> = [
    [{ _tag: "SubjectMissing", subject, of: "money" }, "there are money of it, but it is not there"],
    [{ _tag: "EventMissing", subject, version: 3 }, "event 3 is missing"],
    [{ _tag: "EventBeyond", subject, version: 9 }, "event 9 is beyond its version"],
    [
      { _tag: "Unreadable", subject, version: null, reason: "no such state" },
      "its state can't be read: no such state",
    ],
    [
      { _tag: "Unreadable", subject, version: 2, reason: "no such fact" },
      "event 2 can't be read: no such fact",
    ],
    [
      { _tag: "StateDiffers", subject, path: "paid", stored: false, replayed: undefined },
      "paid is not what its facts say: false, not nothing",
    ],
    [
      {
        _tag: "StateDiffers",
        subject,
        path: "text",
        stored: "x".repeat(79),
        replayed: "y".repeat(78),
      },
      `text is not what its facts say: "${"x".repeat(79)}…, not "${"y".repeat(78)}"`,
    ],
    [
      { _tag: "JournalDiffers", subject, version: 2, account: "Cash", stored: 1, booked: 2 },
      "event 2 books 2 cents on Cash, the journal has 1",
    ],
    [
      { _tag: "JournalUnsound", subject, problem: "more was paid out than was due" },
      "more was paid out than was due",
    ],
  ];

  it.each(words)("R53 R55 %o", (finding, text) => {
    expect(textOfFinding(finding)).toBe(text);
  });
});

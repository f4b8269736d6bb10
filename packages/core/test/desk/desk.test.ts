import { deskMachine, HOUR, system } from "@resale/core";
import {
  asBuyer,
  asReviewer,
  asStranger,
  asSupport,
  asVisitor,
  at,
  beginning,
  orderId,
} from "@resale/testkit";
import { instants } from "@resale/testkit/arbitraries";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { given } from "../given.ts";
import { tries } from "../runs.ts";

const opened = (now = at("2026-11-06T10:00:00-05:00")) =>
  beginning(deskMachine, "operators", { now }).give(system, { _tag: "OpenDesk" });

describe("the operators' digest", () => {
  it("R13 comes each business day at the Program's hour", () => {
    const desk = opened();
    expect(desk.state.digest.at).toBe(at("2026-11-09T08:00:00-05:00"));
    const told = desk.at(at("2026-11-13T09:00:00-05:00").valueOf() as typeof desk.now);
    expect(told.state.digest.at).toBe(at("2026-11-16T08:00:00-05:00"));
  });

  it.each([
    [-1, []],
    [0, [{ _tag: "SendDigest", day: "2026-11-09" }]],
  ] as const)("R13 at its time %+i ms", (milliseconds, tasks) => {
    const desk = opened();
    const then = desk.after(desk.state.digest.at - desk.now + milliseconds);
    expect(then.tasks.map(({ task }) => task)).toEqual(tasks);
  });

  it("R41 does not depend on when a worker looks", () => {
    fc.assert(
      fc.property(
        instants(2000, 2060),
        fc.nat({ max: 300 * HOUR }),
        fc.nat({ max: 300 * HOUR }),
        (now, one, other) => {
          const desk = opened(now);
          expect(desk.after(one).after(other).state).toEqual(desk.after(one + other).state);
        },
      ),
      tries(300),
    );
  });
});

describe("the operators' desk", () => {
  const { state } = opened();

  it.each([
    ["a visitor", asVisitor, undefined],
    ["a member", asStranger, undefined],
    ["another member", asBuyer, undefined],
    ["a guest with an order's link", { _tag: "Guest", order: orderId("o-1") } as const, undefined],
    ["a reviewer", asReviewer, "Reviewer"],
    ["support", asSupport, "Support"],
    ["the engine", system, "System"],
  ])("R54 does not exist for customers, and knows the brand's own by what they are: %s", (_, actor, role) => {
    expect(deskMachine.roleOf(state, actor)).toBe(role);
  });

  it("is open from its first day on, is nobody's, and is no task by itself", () => {
    expect(deskMachine.index(state)).toEqual({
      status: "Open",
      claim: null,
      seller: null,
      buyer: null,
      email: null,
      tracking: null,
      parent: null,
      credit: null,
      stars: null,
      operatorTasks: [],
    });
  });

  it("is opened once", () => {
    given(opened())
      .when(system, { _tag: "OpenDesk" })
      .thenRefusal("WrongState", { state: "Open", openIn: ["Nothing"] });
  });
});

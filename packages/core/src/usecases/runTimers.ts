import { Effect } from "effect";
import { system } from "../access/Actor.ts";
import type { Instant } from "../calendar/Instant.ts";
import { checkoutMachine } from "../checkout/machine.ts";
import { DESK, deskMachine } from "../desk/Desk.ts";
import type { Change } from "../lifecycle/Change.ts";
import { changeOf } from "../lifecycle/changeOf.ts";
import { settle } from "../lifecycle/decide.ts";
import type { Machine, Tagged } from "../lifecycle/Machine.ts";
import { listingMachine } from "../listing/machine.ts";
import { mailboxMachine } from "../mail/mailboxMachine.ts";
import { orderMachine } from "../order/machine.ts";
import { Programs } from "../ports/Programs.ts";
import type { StoredSubject } from "../ports/Store.ts";
import { Timers } from "../ports/Timers.ts";
import { execute, now } from "./execute.ts";
import { programOf } from "./programOf.ts";
import { stateOf } from "./reading.ts";

const settledChange = <
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
>(
  machine: Machine<State, Command, Event, Name>,
  stored: StoredSubject,
  programs: Programs["Service"],
  moment: Instant,
): Change => {
  const state = stateOf(machine, stored);
  const context = { now: moment, actor: system, program: programOf(programs, machine.kind, state) };
  const decision = settle(machine, state, context);
  return changeOf(
    machine,
    stored.subject.id,
    { version: stored.version, state },
    undefined,
    decision,
    context,
  );
};

/** What the clock makes of a subject that is due. */
export const changeOfDue = (
  stored: StoredSubject,
  programs: Programs["Service"],
  moment: Instant,
): Change => {
  switch (stored.subject.kind) {
    case "listing":
      return settledChange(listingMachine, stored, programs, moment);
    case "checkout":
      return settledChange(checkoutMachine, stored, programs, moment);
    case "order":
      return settledChange(orderMachine, stored, programs, moment);
    case "desk":
      return settledChange(deskMachine, stored, programs, moment);
    case "mailbox":
      return settledChange(mailboxMachine, stored, programs, moment);
  }
};

/** Lets a page of due timers fire, shared among any number of processes. Answers how many there were (R41). */
export const runTimers = Effect.fn("Running.timers")(function* (limit: number) {
  const timers = yield* Timers;
  const programs = yield* Programs;
  const moment = yield* now;
  return yield* timers.drain({
    now: moment,
    limit,
    decide: (stored) => changeOfDue(stored, programs, moment),
  });
});

/** Opens the operators' desk, once for all processes: from then on the digest has its timer. */
export const openDesk = Effect.fn("Running.openDesk")(function* () {
  yield* execute({ actor: system }, (work) =>
    Effect.gen(function* () {
      const desk = yield* work.state(deskMachine, DESK);
      if (desk === undefined) yield* work.apply(deskMachine, DESK, { _tag: "OpenDesk" } as const, system);
      return null;
    }),
  );
});

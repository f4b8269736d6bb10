import { Result, Schema } from "effect";
import { roleByOffice } from "../access/roleByOffice.ts";
import { type BusinessCalendar, elapsedDeadline, nextBusinessDay } from "../calendar/BusinessCalendar.ts";
import { civilDate } from "../calendar/civil.ts";
import type { Deadline } from "../calendar/Deadline.ts";
import { CivilDate, Deadline as DeadlineSchema } from "../calendar/Deadline.ts";
import { HOUR, type Instant } from "../calendar/Instant.ts";
import { dayOfInstant, startOfDay } from "../calendar/localDays.ts";
import { nowhere } from "../lifecycle/Change.ts";
import { dispatch } from "../lifecycle/dispatch.ts";
import type { Context, Handlers, Machine, Meaning, Table } from "../lifecycle/Machine.ts";
import { misfit } from "../lifecycle/misfit.ts";
import { timersByState } from "../lifecycle/Timer.ts";

/** The operators' desk: there is one, and each business day it gathers what waits into a digest. */
export const Desk = Schema.TaggedUnion({ Open: { digest: DeadlineSchema } });
export type Desk = typeof Desk.Type;

export const DeskCommand = Schema.TaggedUnion({ OpenDesk: {} });
export type DeskCommand = typeof DeskCommand.Type;

export const DeskEvent = Schema.TaggedUnion({
  DeskOpened: { next: DeadlineSchema },
  DigestFellDue: { day: CivilDate, next: DeadlineSchema },
});
export type DeskEvent = typeof DeskEvent.Type;

/** The one desk's key. */
export const DESK = "operators";

const deskTable = {
  OpenDesk: { by: ["System"], moves: { Nothing: ["Open"] } },
} as const satisfies Table<Desk, DeskCommand>;

/** The first digest after a moment: at the Program's hour of a business day. */
const digestAfter = (calendar: BusinessCalendar, hour: number, from: Instant): Deadline => {
  const today = dayOfInstant(from, calendar.zone);
  const milliseconds = hour * HOUR;
  let day = nextBusinessDay(calendar, today - 1);
  let begins = startOfDay(day, calendar.zone);
  while (begins + milliseconds <= from) {
    day = nextBusinessDay(calendar, day);
    begins = startOfDay(day, calendar.zone);
  }
  return elapsedDeadline(begins, milliseconds);
};

const next = ({ program, now }: Context): Deadline => digestAfter(program.calendar, program.digest.hour, now);

const handlers: Handlers<Desk, DeskCommand, DeskEvent, typeof deskTable> = {
  OpenDesk: (_, __, context) => Result.succeed([{ _tag: "DeskOpened", next: next(context) }]),
};

const evolve = (desk: Desk | undefined, event: DeskEvent): Desk =>
  desk === undefined && event._tag !== "DeskOpened"
    ? misfit(desk, event)
    : { _tag: "Open", digest: event.next };

const meaning: Meaning<Desk, DeskEvent> = {
  evolve,
  react: (event) => (event._tag === "DigestFellDue" ? [{ _tag: "SendDigest", day: event.day }] : []),
  postings: () => [],
};

/** How the desk lives: it opens once, and tells the operators each business day what waits for them. */
export const deskMachine: Machine<Desk, DeskCommand, DeskEvent, "digest"> = {
  kind: "desk",
  table: deskTable,
  timerTable: { digest: { Open: ["Open"] } },
  roleOf: (_, actor) => roleByOffice(actor),
  commands: dispatch<Desk, DeskCommand, DeskEvent>(deskTable, handlers),
  evolve,
  timers: timersByState<Desk, "digest">({
    Open: [{ name: "digest", deadline: (desk) => desk.digest, outcome: "The operators get their digest." }],
  }),
  fire: (desk, _, context) => {
    const day = civilDate(dayOfInstant(desk.digest.at, context.program.calendar.zone));
    return [{ _tag: "DigestFellDue", day, next: next(context) }];
  },
  meaningOf: () => meaning,
  index: () => ({ ...nowhere, status: "Open" }),
  schema: { state: Desk, command: DeskCommand, event: DeskEvent },
};

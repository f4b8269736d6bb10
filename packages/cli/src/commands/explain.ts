import {
  type Actor,
  type Deadline,
  Email,
  type Explanation,
  explain as explainTo,
  type Instant,
  MemberId,
  messageOf,
  now,
  OrderId,
  settle,
  system,
} from "@resale/core";
import { Effect, Option } from "effect";
import { Command, Flag } from "effect/cli";
import { withDatabase } from "../database/withDatabase.ts";
import { columns, counted, say, when } from "../told/print.ts";
import { askAbout, idArgument, type Question } from "./subjects.ts";

const roles = ["seller", "buyer", "reviewer", "support", "stranger"] as const;
type Who = (typeof roles)[number];

/** As far as a state tells who has a part in it. */
interface Parties {
  readonly seller?: { readonly _tag: string; readonly id?: string };
  readonly buyer?: { readonly member: string | null };
  readonly guestLinks?: { readonly generation: number };
}

/** Whoever has the role: what one is to a subject follows from one's id alone. */
const member = (id: string): Actor => ({
  _tag: "Member",
  id: MemberId.make(id),
  email: Email.make("someone@example.com"),
});

const actorOf = (who: Who, kind: string, id: string, parties: Parties): Actor | undefined => {
  const { seller, buyer, guestLinks } = parties;
  switch (who) {
    case "seller":
      if (seller === undefined) return undefined;
      return seller.id === undefined ? { _tag: "Support", id: "brand" } : member(seller.id);
    case "buyer":
      if (buyer === undefined) return undefined;
      if (buyer.member !== null) return member(buyer.member);
      return kind === "order"
        ? { _tag: "Guest", order: OrderId.make(id), generation: guestLinks?.generation ?? 0 }
        : { _tag: "Visitor" };
    case "reviewer":
      return { _tag: "Reviewer", id: "reviewer" };
    case "support":
      return { _tag: "Support", id: "support" };
    case "stranger":
      return { _tag: "Member", id: MemberId.make("nobody-of-this"), email: Email.make("nobody@example.com") };
  }
};

interface Seen {
  readonly who: Who;
  readonly explanation: Explanation;
}

const seenBy =
  (
    who: ReadonlyArray<Who>,
    moment: Instant,
  ): Question<{ kind: string; state: string; seen: ReadonlyArray<Seen> }> =>
  ({ machine, stored, state, program }) => {
    const { id, kind } = stored.subject;
    const settled = settle(machine, state, { now: moment, actor: system, program }).state;
    const seen = who.flatMap((one): ReadonlyArray<Seen> => {
      const actor = actorOf(one, kind, id, settled as Parties);
      if (actor === undefined) return [];
      return [{ who: one, explanation: explainTo(machine, id, settled, { now: moment, actor, program }) }];
    });
    return { kind, state: settled._tag, seen };
  };

const reckoning = ({ reckoning: found }: Deadline): string => {
  if (found._tag === "Elapsed") return `${found.milliseconds / 3_600_000} hours from ${when(found.from)}`;
  const skipped = found.skipped.map(
    ({ date, why }) => `${date} ${why._tag === "Holiday" ? why.name : "weekend"}`,
  );
  return `${found.days} business days from ${when(found.from)}${skipped.length > 0 ? `, without ${skipped.join(", ")}` : ""}`;
};

const deadlines = ({ deadlines: all, ifNobodyActs }: Explanation): string => {
  if (all.length === 0) return "Nothing happens by itself: it stays so until somebody acts.";
  return all
    .map(
      (one) =>
        `${one.timer === ifNobodyActs?.timer ? "next" : "then"}  ${when(one.deadline.at)}  ${one.timer}: ${one.outcome}\n      (${reckoning(one.deadline)})`,
    )
    .join("\n");
};

const rights = ({ who, explanation: { open, closed } }: Seen): string => {
  const no = closed.filter(({ because }) => because._tag !== "NotAllowed" && because._tag !== "NotFound");
  const others = closed.length - no.length;
  return [
    `${who} may: ${open.length === 0 ? "nothing" : open.join(", ")}`,
    ...(no.length === 0
      ? []
      : [columns(no.map(({ command, because }) => [`  not ${command}`, messageOf(because)]))]),
    ...(others === 0 ? [] : [`  ${counted(others, "command")} not for this role`]),
  ].join("\n");
};

const tell = Effect.fnUntraced(function* (id: string, as: Option.Option<Who>) {
  const moment = yield* now;
  const who = Option.match(as, {
    onNone: () => roles.filter((role) => role !== "stranger"),
    onSome: (one) => [one],
  });
  const { kind, state, seen } = yield* askAbout(id, seenBy(who, moment));
  const [first] = seen;
  const value = {
    kind,
    id,
    at: moment,
    state,
    deadlines: first?.explanation.deadlines ?? [],
    ifNobodyActs: first?.explanation.ifNobodyActs ?? null,
    roles: Object.fromEntries(
      seen.map(({ who: role, explanation: { open, closed } }) => [
        role,
        {
          open,
          closed: closed.map(({ command, because }) => ({ command, because, message: messageOf(because) })),
        },
      ]),
    ),
  };
  const text = [
    `${kind} ${id} is ${state} at ${when(moment)}`,
    ...(first === undefined
      ? ["Nobody has this part in it."]
      : [deadlines(first.explanation), ...seen.map(rights)]),
  ].join("\n\n");
  yield* say(value, text);
});

/** `resale explain` */
export const explain = Command.make(
  "explain",
  {
    id: idArgument,
    as: Flag.Literals("as", roles).pipe(
      Flag.withDescription("Only for one role; otherwise for all who have a part in it"),
      Flag.optional,
    ),
  },
  ({ id, as }) => withDatabase(tell(id, as)),
).pipe(
  Command.withDescription(
    "Where a listing, a checkout or an order stands (R58): its state, every deadline with its reckoning, what happens if nobody acts, and who may do what, or why not. Changes nothing.",
  ),
  Command.withShortDescription("Where it stands, what comes next, who may do what and why not"),
  Command.withExamples([
    {
      command: "resale explain 0190a5c4-7b1e-7000-8000-000000000001",
      description: "Why does nothing happen to this order?",
    },
    {
      command: "resale explain 0190a5c4-7b1e-7000-8000-000000000001 --as buyer",
      description: "What can its buyer do now?",
    },
  ]),
);

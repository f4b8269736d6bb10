import { Result } from "effect";
import { deadlineAfter } from "../calendar/BusinessCalendar.ts";
import type { Deadline } from "../calendar/Deadline.ts";
import type { Instant } from "../calendar/Instant.ts";
import type { Program } from "../program/Program.ts";
import type { Order, OrderBase } from "./Order.ts";
import type { OrderEvent } from "./OrderEvent.ts";
import type { OrderId } from "./OrderId.ts";
import type { GuestLinks } from "./sides.ts";
import type { OrderHandlers } from "./table.ts";

/** What the link of a guest says, and what is signed of it (R26). */
export interface GuestLink {
  readonly order: OrderId;
  /** How often all links of the order had been revoked when it was made. */
  readonly generation: number;
  /** Taken while now < until. */
  readonly until: Instant;
}

const untouched: GuestLinks = { generation: 0, asked: 0, askedAt: null };

/** The order's links, also where none was ever revoked or asked for. */
export const guestLinksOf = ({ guestLinks }: Pick<OrderBase, "guestLinks">): GuestLinks =>
  guestLinks ?? untouched;

/** The one generation of links that is taken. */
export const generationOf = (order: Pick<OrderBase, "guestLinks">): number => guestLinksOf(order).generation;

/** Until when a link that is made now is taken. */
export const linkUntil = ({ calendar, guestLinks }: Program, now: Instant): Deadline =>
  deadlineAfter(calendar, now, guestLinks.life);

/** The link that a mail of this moment brings. */
export const guestLinkOf = (order: Order, program: Program, now: Instant): GuestLink => ({
  order: order.id,
  generation: generationOf(order),
  until: linkUntil(program, now).at,
});

/** A link has come into other hands: from now on none that was made before is taken. */
export const revokeLinks: OrderHandlers["RevokeLinks"] = (_, __, { now }) =>
  Result.succeed([{ _tag: "LinksRevoked", at: now }]);

const nothing = Result.succeed<ReadonlyArray<OrderEvent>>([]);

/** Mails a new link. Whoever asks without saying who they are, gets no more than one in a while. */
export const sendLink: OrderHandlers["SendLink"] = (order, _, { actor, now, program }) => {
  const { askedAt } = guestLinksOf(order);
  const isEarly =
    askedAt !== null && now < deadlineAfter(program.calendar, askedAt, program.guestLinks.again).at;
  return actor._tag === "System" && isEarly ? nothing : Result.succeed([{ _tag: "LinkAsked", at: now }]);
};

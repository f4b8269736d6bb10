import type {
  CheckoutEvent,
  DeskEvent,
  ListingEvent,
  MailboxEvent,
  OrderEvent,
  StoredEvent,
} from "@resale/core";
import { Stream } from "effect";

type Fact =
  | (typeof ListingEvent)["Encoded"]
  | (typeof CheckoutEvent)["Encoded"]
  | (typeof OrderEvent)["Encoded"]
  | (typeof DeskEvent)["Encoded"]
  | (typeof MailboxEvent)["Encoded"];

/**
 * A fact as it is kept (R55): what happened to which subject, when, by whom and why, and its `position` among all. It is the whole
 * truth, with addresses and what was paid with: for the shop's own books. Others are told by webhooks, each what it may know.
 */
export interface Happened extends Omit<StoredEvent, "event"> {
  /** As JSON; its `_tag` says which fields it has. */
  readonly event: Fact;
}

/** What the engine has kept, it has written itself: this is the one place that takes a fact's shape on trust. */
export const happened = (stored: StoredEvent): Happened => stored as unknown as Happened;

/** The same of a stream. */
export const allHappened = <E, R>(stored: Stream.Stream<StoredEvent, E, R>): Stream.Stream<Happened, E, R> =>
  Stream.map(stored, happened);

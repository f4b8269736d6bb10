import { Schema } from "effect";
import { Email } from "../address/Email.ts";
import { MemberId } from "../members/Member.ts";
import { OrderId } from "../order/OrderId.ts";

/** Who asks for something: every command has one (R54). */
export const Actor = Schema.TaggedUnion({
  /** Anyone, not signed in. */
  Visitor: {},
  /** A person signed in with a loyalty account. */
  Member: { id: MemberId, email: Email },
  /** A guest who holds the unguessable link of an order, of one of its generations: the first, if left out (R26). */
  Guest: { order: OrderId, generation: Schema.optionalKey(Schema.Int) },
  Reviewer: { id: Schema.String },
  Support: { id: Schema.String },
  Carrier: { name: Schema.String },
  PaymentProvider: { name: Schema.String },
  /** The engine itself: timers, tasks, and what one command asks of another subject. */
  System: {},
});
export type Actor = typeof Actor.Type;

/** The engine as an actor: for timers, tasks, and what one command asks of another subject. */
export const system: Actor = { _tag: "System" };

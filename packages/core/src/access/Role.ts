import type { Actor } from "./Actor.ts";

/** What an actor is to one subject. `Anyone` is said of commands that need no tie to it (R54). */
export type Role =
  | "Anyone"
  | "Seller"
  | "Buyer"
  | "Reviewer"
  | "Support"
  | "Carrier"
  | "PaymentProvider"
  | "System";

/**
 * What an actor is to a thing that is no customer's, such as the operators' desk: the brand's people and machines by what
 * they are; nothing for all others, for whom it does not exist (R54).
 */
export const roleByOffice = (actor: Actor): Role | undefined =>
  actor._tag === "Visitor" || actor._tag === "Member" || actor._tag === "Guest" ? undefined : actor._tag;

import type { Actor } from "./Actor.ts";
import type { Role } from "./Role.ts";

/**
 * What an actor is to a thing that is no customer's, such as the operators' desk: the brand's people and machines by what
 * they are; nothing for all others, for whom it does not exist (R54).
 */
export const roleByOffice = (actor: Actor): Role | undefined =>
  actor._tag === "Visitor" || actor._tag === "Member" || actor._tag === "Guest" ? undefined : actor._tag;

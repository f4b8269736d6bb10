import { Schema } from "effect";
import { Email } from "../address/Email.ts";
import { PostalAddress } from "../address/PostalAddress.ts";

/** The shop's own key of a loyalty account. */
export const MemberId = Schema.String.check(Schema.isPattern(/^[\w.:@|-]{1,128}$/u)).pipe(
  Schema.brand("MemberId"),
);
export type MemberId = typeof MemberId.Type;

/** What the loyalty programme says of a person at a moment (R1). */
export const Membership = Schema.Literals(["Active", "Lapsed", "None"]);
export type Membership = typeof Membership.Type;

/** A loyalty account, as the shop knows it now. Its e-mail is asked for again each time a mail is sent (R2). */
export const Member = Schema.Struct({
  id: MemberId,
  email: Email,
  displayName: Schema.String,
  membership: Membership,
  address: Schema.optionalKey(PostalAddress),
});
export type Member = typeof Member.Type;

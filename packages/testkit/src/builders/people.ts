import type { Actor, Buyer, Email, Member, MemberId, PostalAddress, RegionCode, Zip } from "@resale/core";

/** An address in one of the fifty states. */
export const anAddress = (
  given: Partial<Omit<PostalAddress, "region" | "zip">> & {
    readonly region?: string;
    readonly zip?: string;
  } = {},
): PostalAddress =>
  ({
    name: "Ada Lovelace",
    line1: "1 Main Street",
    city: "Albany",
    country: "US",
    ...given,
    region: (given.region ?? "NY") as RegionCode,
    zip: (given.zip ?? "12207") as Zip,
  }) as PostalAddress;

/** A text as the id of a member. */
export const memberId = (id: string): MemberId => id as MemberId;
/** A text as an address, unchecked. */
export const email = (text: string): Email => text as Email;

/** A member of the loyalty programme. */
export const aMember = (given: Partial<Omit<Member, "id">> & { readonly id?: string } = {}): Member => ({
  email: email("ada@example.com"),
  displayName: "Ada L.",
  membership: "Active",
  address: anAddress(),
  ...given,
  id: memberId(given.id ?? "ada"),
});

/** Someone who buys: a member, or a guest with nothing but an e-mail address. */
export const aBuyer = (
  given: { readonly member?: string | null; readonly email?: string; readonly name?: string } = {},
): Buyer => ({
  member: given.member === null ? null : memberId(given.member ?? "grace"),
  email: email(given.email ?? "grace@example.com"),
  name: given.name ?? "Grace Hopper",
});

/** A member by name, signed in. */
export const asMember = (id = "ada", address = `${id}@example.com`): Actor => ({
  _tag: "Member",
  id: memberId(id),
  email: email(address),
});
/** Ada, who sells. */
export const asSeller: Actor = asMember("ada");
/** Grace, who buys. */
export const asBuyer: Actor = asMember("grace");
/** Mallory, whose nothing is. */
export const asStranger: Actor = asMember("mallory");
/** Somebody who is not signed in. */
export const asVisitor: Actor = { _tag: "Visitor" };
/** Who decides on listings (R14). */
export const asReviewer: Actor = { _tag: "Reviewer", id: "rita" };
/** Who decides on orders. */
export const asSupport: Actor = { _tag: "Support", id: "sam" };
/** Who brings parcels, and tells of them. */
export const asCarrier: Actor = { _tag: "Carrier", name: "USPS" };
/** Who holds the money, and tells of chargebacks (R50). */
export const asPaymentProvider: Actor = { _tag: "PaymentProvider", name: "Stripe" };

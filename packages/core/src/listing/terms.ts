import type { Instant } from "../calendar/Instant.ts";
import { type Cents, cents, split } from "../money/Money.ts";
import type { Program } from "../program/Program.ts";
import type { Seller, Terms } from "./Listing.ts";

/** What a seller gets of a price: the Program's share, without charge and tax; the brand's own stock pays out nothing
 * (R17, R46). */
export const payoutOf = (program: Program, seller: Seller, price: Cents): Cents =>
  seller._tag === "Brand" ? cents(0) : split(price, program.sellerShare).part;

/** The terms an approval freezes (R12, R46). */
export const termsOf = (program: Program, seller: Seller, price: Cents, now: Instant): Terms => ({
  price,
  charge: program.charge,
  payout: payoutOf(program, seller, price),
  currency: program.currency,
  approvedAt: now,
  program: program.version,
});

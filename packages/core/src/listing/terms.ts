import type { Instant } from "../calendar/Instant.ts";
import type { Cents } from "../money/Money.ts";
import { payoutOf } from "../payout/payoutOf.ts";
import type { Program } from "../program/Program.ts";
import type { Seller, Terms } from "./Listing.ts";

/** The terms an approval freezes (R12, R46). */
export const termsOf = (program: Program, seller: Seller, price: Cents, now: Instant): Terms => ({
  price,
  charge: program.charge,
  payout: payoutOf(program, seller, price),
  currency: program.currency,
  approvedAt: now,
  program: program.version,
});

import type { Seller } from "../listing/Listing.ts";
import { cents, split } from "../money/amounts.ts";
import type { Cents } from "../money/Money.ts";
import type { Program } from "../program/Program.ts";

/** What a seller gets of a price: the Program's share, without charge and tax; the brand's own stock pays out nothing
 * (R17, R46). */
export const payoutOf = (program: Program, seller: Seller, price: Cents): Cents =>
  seller._tag === "Brand" ? cents(0) : split(price, program.sellerShare).part;

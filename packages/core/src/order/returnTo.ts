import type { ReturnTo } from "../mail/Mail.ts";
import type { Program } from "../program/Program.ts";
import type { OrderBase } from "./Order.ts";

/** To whom a piece goes back: what the brand itself has sold, to the brand (R17); else as the Program says (R45). */
export const returnTo = ({ seller }: Pick<OrderBase, "seller">, { returns }: Program): ReturnTo =>
  seller._tag === "Brand" ? "Brand" : returns.to;

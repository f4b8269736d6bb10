import type { Brush } from "../Brush.ts";
import type { Kind } from "../Piece.ts";
import { backpack } from "./backpack.ts";
import { bucket } from "./bucket.ts";
import { clutch } from "./clutch.ts";
import { crossbody } from "./crossbody.ts";
import type { Drawing } from "./Drawing.ts";
import { satchel } from "./satchel.ts";
import { shoulder } from "./shoulder.ts";
import { cardCase, wallet, wristlet } from "./small.ts";
import { tote } from "./tote.ts";

/** How each form is drawn. */
export const drawings: Readonly<Record<Kind, (brush: Brush) => Drawing>> = {
  tote,
  satchel,
  crossbody,
  shoulder,
  clutch,
  backpack,
  bucket,
  wallet,
  cardCase,
  wristlet,
};

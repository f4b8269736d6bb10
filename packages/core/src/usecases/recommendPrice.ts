import { Effect } from "effect";
import type { Actor } from "../access/Actor.ts";
import { invalid, type Rejection } from "../lifecycle/Rejection.ts";
import { split } from "../money/amounts.ts";
import { Programs } from "../ports/Programs.ts";
import { recommend } from "../pricing/recommend.ts";
import type { GradeKey } from "../program/Grade.ts";
import type { UnitId } from "../purchases/PurchaseLine.ts";
import { now } from "./execute.ts";
import { purchaseHistory } from "./purchaseHistory.ts";

/** The price the engine recommends for one unit of the member's purchases, and what they would get of it (R9, R46). */
export const recommendPrice = Effect.fn("Selling.recommendPrice")(function* (
  actor: Actor,
  unit: UnitId,
  grade: GradeKey,
) {
  const line = (yield* purchaseHistory(actor)).find((own) => own.unit === unit)?.line;
  if (line === undefined) return yield* Effect.fail<Rejection>({ _tag: "NotInPurchaseHistory", unit });
  const { current } = yield* Programs;
  const asked = { msrp: line.product.msrp, grade, purchasedAt: line.purchasedAt };
  const found = recommend(current, asked, yield* now);
  if (found === undefined) {
    const grades = current.grades.map(({ key }) => key).join(", ");
    return yield* Effect.fail(invalid({ field: "grade", problem: `is one of ${grades}` }));
  }
  return { ...found, payout: split(found.price, current.sellerShare).part };
});

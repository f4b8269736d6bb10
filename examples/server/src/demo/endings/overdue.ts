import { DAY, HOUR } from "@resale/core";
import { expectPayout, expectRefund } from "../money.ts";
import type { Stage } from "../Stage.ts";
import { asSeller, expectState, type Sale, sold } from "../sale.ts";

/** The seller's time is over, and no scan was seen: a task for the brand, nothing by itself (R29, R31). */
const overdue = async (stage: Stage): Promise<Sale> => {
  const sale = await sold(stage);
  const { bought } = sale;
  const shipBy = (await asSeller(sale)).seller?.shipBy;
  if (shipBy === null || shipBy === undefined) throw new Error("The seller has no deadline.");
  stage.teller.deadline("The seller ships", shipBy);
  await stage.passBeyond(shipBy, "No parcel is dropped.");
  await stage.rest();
  const { desk } = await expectState(stage, bought, "ShipmentOverdue");
  const task = desk?.operatorTasks.some((one) => one.task === "Overdue") ?? false;
  stage.check(task, "The brand's operators find it among their tasks.");
  return sale;
};

/** The brand cancels: everything back, the label is refunded, the piece may be listed again (R31, R39, R51). */
export const overdueCancelled = async (stage: Stage): Promise<Sale> => {
  const sale = await overdue(stage);
  const { bought, piece } = sale;
  await stage.pass(10 * HOUR, "Morning comes.");
  await stage.support.orders.cancel({
    params: { order: bought.order },
    payload: { reason: { code: "NotShipped", text: "It was not shipped in time." } },
  });
  stage.teller.step("Sam", "cancels the order.");
  await stage.rest();
  const { desk } = await expectState(stage, bought, "Cancelled");
  stage.check(desk?.labelRefund === true, "The label, which nobody used, is given back.");
  await expectRefund(stage, bought);
  const again = await piece.selling.selling.startListing({ payload: { unit: piece.unit } });
  stage.check(again.state === "Draft", "The seller may list the piece again, with a review.");
  return sale;
};

/** The brand waits, and the seller ships after all (R31). */
export const overdueShipped = async (stage: Stage): Promise<Sale> => {
  const sale = await overdue(stage);
  const { bought, piece, guest } = sale;
  await stage.pass(10 * HOUR, "Sam waits.");
  await stage.shop.drop(bought.order, "delivered");
  stage.teller.step(piece.seller.displayName.split(" ")[0] ?? "", "drops the parcel at last.");
  await stage.pass(5 * HOUR, "The carrier scans it.");
  await expectState(stage, bought, "InTransit");
  await stage.pass(3 * DAY, "The parcel is with the carrier.");
  await expectState(stage, bought, "Delivered");
  await bought.buying.orders.confirm({ params: { order: bought.order } });
  stage.teller.step(guest.name.split(" ")[0] ?? "", "confirms.");
  await stage.rest();
  await expectState(stage, bought, "Confirmed");
  await expectPayout(stage, bought, (await asSeller(sale)).seller?.payout ?? 0);
  return sale;
};

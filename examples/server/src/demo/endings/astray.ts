import { DAY } from "@resale/core";
import { expectRefund } from "../money.ts";
import type { Stage } from "../Stage.ts";
import { expectState, type Sale, ship, sold } from "../sale.ts";

const cancelAsNeverArrived = async (stage: Stage, { bought }: Sale, text: string): Promise<void> => {
  await stage.support.orders.cancel({
    params: { order: bought.order },
    payload: { reason: { code: "NeverArrived", text } },
  });
  stage.teller.step("Sam", "gives the buyer everything back.");
  await stage.rest();
  await expectState(stage, bought, "Cancelled");
  await expectRefund(stage, bought);
};

/** The parcel is scanned, and then no more: stalled, and the operator refunds (R36, R51). */
export const stalledRefunded = async (stage: Stage): Promise<Sale> => {
  const sale = await sold(stage);
  await ship(stage, sale, "stalled");
  await expectState(stage, sale.bought, "InTransit");
  await stage.pass(9 * DAY, "No scan comes any more.");
  const { desk } = await expectState(stage, sale.bought, "TransitStalled");
  const task = desk?.operatorTasks.some((one) => one.task === "Stalled") ?? false;
  stage.check(task, "The brand's operators find it among their tasks.");
  await cancelAsNeverArrived(stage, sale, "The parcel was lost on its way.");
  return sale;
};

/** The carrier says it was delivered, to another ZIP code: no window opens, an operator looks into it (R38). */
export const wrongZip = async (stage: Stage): Promise<Sale> => {
  const sale = await sold(stage);
  const { bought } = sale;
  const order = await ship(stage, sale, "wrongZip");
  await expectState(stage, bought, "DeliveryUnverified");
  stage.check(order.window === null, "No window opens for the buyer.");
  stage.check(order.desk?.why === "OtherZip", "The reason is named: another ZIP code.");
  await stage.pass(4 * DAY, "Sam asks the carrier.");
  await expectState(stage, bought, "DeliveryUnverified");
  await cancelAsNeverArrived(stage, sale, "It was delivered to another address.");
  return sale;
};

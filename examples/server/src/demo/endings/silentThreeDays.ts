import { expectPayout } from "../money.ts";
import type { Stage } from "../Stage.ts";
import { asSeller, expectState, type Sale, ship, sold } from "../sale.ts";

/** The buyer says nothing: silence pays, recorded as such (R41, R43). */
export const silentThreeDays = async (stage: Stage): Promise<Sale> => {
  const sale = await sold(stage);
  const { bought } = sale;
  const { window } = await ship(stage, sale);
  if (window === null) throw new Error("No window was opened.");
  stage.teller.deadline("Confirm or dispute", window);
  await stage.passBeyond(window, "The buyer says nothing.");
  await stage.rest();
  await expectState(stage, bought, "ConfirmedAutomatically");
  await expectPayout(stage, bought, (await asSeller(sale)).seller?.payout ?? 0);
  return sale;
};

import { HOUR, type PhotoId } from "@resale/core";
import { expectPayout, expectRefund } from "../money.ts";
import { itemOf, phonePhoto } from "../offer.ts";
import type { Stage } from "../Stage.ts";
import { asSeller, expectState, type Sale, ship, sold } from "../sale.ts";

/** A parcel arrived, and the buyer is not content: text and a photo, inside the window (R44). */
const disputed = async (stage: Stage): Promise<Sale & { readonly photo: PhotoId }> => {
  const sale = await sold(stage);
  const { bought, guest } = sale;
  const { window } = await ship(stage, sale);
  if (window !== null) stage.teller.deadline("Confirm or dispute", window);
  await stage.pass(5 * HOUR, `${guest.name.split(" ")[0]} unpacks.`);
  const item = itemOf("TT-1001");
  const payload = await phonePhoto(item, "CloseUp", stage.photoSide);
  const { id } = await bought.buying.photos.upload({ payload });
  const opened = await bought.buying.orders.dispute({
    params: { order: bought.order },
    payload: { kind: "NotAsDescribed", text: "The strap is torn where it meets the ring.", photos: [id] },
  });
  stage.teller.step(guest.name.split(" ")[0] ?? "", "opens a dispute, with a photo: the strap is torn.");
  if (opened.decideBy !== null) stage.teller.deadline("The brand decides", opened.decideBy);
  await stage.rest();
  await expectState(stage, bought, "Disputed");
  return { ...sale, photo: id };
};

/** The brand sides with the buyer: everything back at once, and a prepaid way back for the piece (R45). */
export const disputeUpheld = async (stage: Stage): Promise<Sale & { readonly photo: PhotoId }> => {
  const sale = await disputed(stage);
  const { bought, piece } = sale;
  await stage.pass(26 * HOUR, "Sam looks at the photos.");
  await stage.support.support.decideDispute({
    params: { order: bought.order },
    payload: { upheld: true, text: "The tear was not in the listing." },
  });
  stage.teller.step("Sam", "decides for the buyer.");
  await stage.rest();
  const order = await expectState(stage, bought, "DisputeUpheld");
  if (order.buyer?.returnBy) stage.teller.deadline("The piece goes back", order.buyer.returnBy);
  await expectRefund(stage, bought);
  const state = (await asSeller(sale)).seller?.payoutState;
  stage.check(state === "NotYet" || state === "Never", "The seller is paid nothing.");
  const again = await piece.selling.selling.startListing({ payload: { unit: piece.unit } });
  stage.check(again.state === "Draft", "The seller may list the piece again, with a review.");
  return sale;
};

/** The brand sides with the seller, who is paid at once (R45). */
export const disputeRejected = async (stage: Stage): Promise<Sale & { readonly photo: PhotoId }> => {
  const sale = await disputed(stage);
  const { bought } = sale;
  await stage.pass(26 * HOUR, "Sam looks at the photos.");
  await stage.support.support.decideDispute({
    params: { order: bought.order },
    payload: { upheld: false, text: "The listing shows this very tear." },
  });
  stage.teller.step("Sam", "decides for the seller.");
  await stage.rest();
  await expectState(stage, bought, "DisputeRejected");
  await expectPayout(stage, bought, (await asSeller(sale)).seller?.payout ?? 0);
  return sale;
};

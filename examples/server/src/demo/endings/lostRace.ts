import type { Problem } from "@resale/http/contract";
import { aGuest, buy, type Guest } from "../buy.ts";
import { verify } from "../money.ts";
import { type Offer, offer } from "../offer.ts";
import { refusalOf } from "../refusal.ts";
import type { Stage } from "../Stage.ts";

/** A cart of two pieces, one of which somebody else was faster to take. */
export interface Race {
  readonly taken: Offer;
  readonly left: Offer;
  readonly late: Guest;
  readonly problem: Problem;
}

/** Two want the same piece: who is late hears its name, pays nothing, and the rest of the cart is still for sale (R21). */
export const lostRace = async (stage: Stage): Promise<Race> => {
  const { shop, teller } = stage;
  const [taken, left] = await stage.quietly(async () => [
    await offer(stage, { seller: "Rosa", sku: "SH-4001" }),
    await offer(stage, { seller: "Nora", sku: "CL-5001" }),
  ]);
  const late = aGuest("Paula Brandt");
  await stage.follow(late.email);
  const listings = [taken.listing, left.listing];
  const { shipTo, email, name } = late;
  const before = await shop.visitor.buying.quote({ payload: { listings, shipTo } });
  teller.step("Paula", `has ${before.lines.map(({ title }) => title).join(" and ")} in her cart.`);
  await buy(stage, [taken.listing]);
  const problem = await refusalOf(
    shop.visitor.buying.openCheckout({ payload: { listings, email, name, shipTo } }),
  );
  teller.step("Paula", "goes to the checkout a moment later.");
  teller.aside(`The shop says: “${problem.detail}”`);
  const gone = problem.rejection?._tag === "ListingsUnavailable" ? problem.rejection.listings : [];
  stage.check(
    gone.length === 1 && gone[0]?.title === taken.title,
    "She is told which one is gone, by its name.",
  );
  const after = await shop.visitor.buying.quote({ payload: { listings, shipTo } });
  stage.check(
    after.lines.length === 1 && after.unavailable[0]?.title === taken.title,
    "A new quote holds what is left, and names what is not.",
  );
  const { listing } = await shop.visitor.catalogue.listing({ params: { listing: left.listing } });
  stage.check(listing.state === "Live", "The other piece was not held for anybody.");
  stage.check((await shop.mailbox(email)).length === 0, "No mail, no payment.");
  await verify(stage);
  return { taken, left, late, problem };
};

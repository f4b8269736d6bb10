import {
  CivilDate,
  comeToRest,
  countEvents,
  DAY,
  GradeKey,
  HOUR,
  ListingId,
  PhotoId,
  ProviderRefused,
  receiveMailReport,
} from "@resale/core";
import {
  aProduct,
  email,
  MemoryCarrier,
  MemoryMailer,
  MemoryPayments,
  MemoryStoreCredit,
  someDetails,
} from "@resale/testkit";
import { Effect } from "effect";
import { card, checked } from "../sale.ts";
import { orderId } from "../shop.ts";
import { type Cast, contact, delivered, later, reason, shipTo, sold, submitted, told } from "./cast.ts";

/** A member sells: history, price, photo, draft, review. */
export const selling = async (cast: Cast): Promise<void> => {
  const { seller, reviewer, visitor, support, unit } = cast;
  await visitor.health.live();
  await visitor.health.ready();
  await support.sandbox.clock();
  await seller.selling.purchases();
  await visitor.catalogue.program();
  const grade = GradeKey.make("Excellent");
  await seller.selling.recommendPrice({ params: { unit: unit(1) }, query: { grade } });
  const photo = await seller.photos.upload({ payload: new Uint8Array([1, 2, 3]) });
  await visitor.photos.photo({ params: { photo: PhotoId.make(photo.id), size: "list" } });
  const file = new Uint8Array([4, 5, 6, 7]);
  const wish = { type: "image/jpeg", bytes: file.length } as const;
  const upload = await seller.photos.openUpload({ payload: wish });
  await visitor.photos.putUpload({ params: { photo: upload.id }, payload: file });
  await seller.photos.finishUpload({ params: { photo: upload.id } });
  const { id } = await seller.selling.startListing({ payload: { unit: unit(1) } });
  await later(cast, HOUR);
  const params = { listing: ListingId.make(id) };
  await seller.selling.editListing({ params, payload: someDetails({ price: 120_00 }) });
  await seller.selling.submitListing({ params });
  await reviewer.review.queue({ query: {} });
  const changes = [{ field: "description", problem: "Say how worn the handles are." }] as const;
  await reviewer.review.requestChanges({ params, payload: { revision: 2, changes } });
  const details = someDetails({ price: 120_00, description: "The handles are as new." });
  await seller.selling.editListing({ params, payload: details });
  await seller.selling.submitListing({ params });
  await reviewer.review.history({ params });
  await reviewer.review.approve({ params, payload: { revision: 3, checked } });
  await seller.selling.myListings({ query: { limit: 10 } });
  await seller.selling.explainListing({ params });
  await visitor.catalogue.search({
    query: { text: "tote", grade: [details.grade], sort: "PriceUp", limit: 10 },
  });
  await visitor.catalogue.facets({ query: { priceTo: details.price } });
  await visitor.catalogue.listing({ params });

  const repriced = await submitted(cast, 2);
  const decision = { revision: 2, checked, price: someDetails({ price: 90_00 }).price };
  await reviewer.review.approve({ params: repriced, payload: decision });
  await seller.selling.acceptPrice({ params: repriced });
  await seller.selling.withdrawListing({ params: repriced });
  await reviewer.review.deny({ params: await submitted(cast, 3), payload: { revision: 2, reason } });
  const product = aProduct({ sku: "MK-100", name: "Slouchy Tote" });
  await reviewer.review.listOwnStock({ payload: { product, details: someDetails({ price: 80_00 }) } });
};

/** A guest buys, and is content. */
export const buying = async (cast: Cast): Promise<void> => {
  const { visitor, seller, buyer, support, shop } = cast;
  const { entries } = await visitor.catalogue.search({ query: {} });
  const listings = entries.map(({ listing }) => listing);
  await visitor.buying.quote({ payload: { listings, shipTo } });
  const guest = { ...contact, email: email("grace@buyers.example"), listings: listings.slice(0, 1) };
  const { id } = await visitor.buying.openCheckout({ payload: guest });
  await visitor.buying.abandon({ params: { checkout: id } });
  const { id: checkout } = await visitor.buying.openCheckout({ payload: { ...guest, listings } });
  await visitor.buying.checkout({ params: { checkout } });
  await visitor.buying.paymentForm({ params: { checkout } });
  await visitor.buying.pay({ params: { checkout }, payload: card });
  await shop.runtime.runPromise(comeToRest());
  const mailer = await shop.runtime.runPromise(MemoryMailer);
  const receipt = mailer.to(guest.email).find(({ mail }) => mail._tag === "Receipt")?.mail;
  const [link = ""] = receipt?._tag === "Receipt" ? receipt.lines.map((line) => line.order) : [];
  const grace = cast.guest(decodeURIComponent(link.split("/").at(-1) ?? ""));
  const { order: bought } = await grace.orders.guestOrder();
  const params = { order: bought.id };
  await grace.orders.order({ params });
  await visitor.orders.askForLink({ payload: { email: guest.email, order: bought.id } });
  await support.support.sendLink({ params });
  await support.support.revokeLinks({ params });

  const order = await sold(cast, 4);
  await buyer.orders.myOrders({ query: { as: "Buyer", limit: 10 } });
  await seller.orders.labelPdf({ params: { order } });
  await seller.orders.labelQr({ params: { order } });
  await seller.orders.bookPickup({ params: { order }, payload: { date: CivilDate.make("2026-11-27") } });
  await shop.runtime.runPromise(comeToRest());
  await seller.orders.cancelPickup({ params: { order } });
  await shop.runtime.runPromise(comeToRest());
  await told(cast, order, "Accepted");
  await later(cast, 2 * DAY);
  await told(cast, order, "Delivered");
  await buyer.orders.explainOrder({ params: { order } });
  await buyer.orders.confirm({ params: { order } });
  await buyer.orders.rate({ params: { order }, payload: { stars: 5, text: "As described." } });
  await support.support.moderateRating({ params: { order }, payload: { publish: true } });
  await shop.runtime.runPromise(comeToRest());
};

/** What does not go as it should, and how support leads out of it. */
export const troubles = async (cast: Cast): Promise<void> => {
  const { support, buyer, shop, provider } = cast;
  const run = shop.runtime.runPromise;
  const refused = (who: string, why: string) => new ProviderRefused({ provider: who, reason: why });
  const { failNext } = await run(MemoryCarrier);
  failNext("buyLabel", refused("memory carrier", "from.zip: there is no such place"));
  const unlabelled = await sold(cast, 5);
  await support.support.repeatSide({ params: { order: unlabelled }, payload: { what: "Label" } });
  await support.orders.cancel({ params: { order: unlabelled }, payload: { reason } });

  const mailer = await run(MemoryMailer);
  mailer.failNext("send", refused("memory mail", "the mailbox is full"));
  await sold(cast, 6);
  const {
    entries: [parked],
  } = await support.support.listTasks({ query: { status: "Parked" } });
  await support.support.repeatTask({ payload: { key: parked?.key ?? "" } });

  const stalled = await sold(cast, 7);
  await told(cast, stalled, "Accepted");
  await later(cast, 11 * DAY);
  await support.support.wait({ params: { order: stalled } });
  const doubtful = await sold(cast, 8);
  await told(cast, doubtful, "Delivered");
  await support.support.operatorTasks({ query: { limit: 10 } });
  await support.support.verifyDelivery({ params: { order: doubtful } });

  const intercepted = await sold(cast, 9);
  await support.orders.cancel({ params: { order: intercepted }, payload: { reason } });
  await told(cast, intercepted, "Accepted");
  await support.support.closeIntercept({ params: { order: intercepted } });

  const disputed = await delivered(cast, 10);
  const payload = { kind: "NotAsDescribed", text: "The strap is torn.", photos: [] };
  await buyer.orders.dispute({ params: { order: disputed }, payload });
  const report = {
    messageId: `${disputed}.TrackingNumber.1`,
    recipient: contact.email,
    outcome: "Failed",
    reason: "550 5.1.1 no such user",
  };
  await provider.webhooks.mail({ payload: new TextEncoder().encode(JSON.stringify(report)) });
  const decision = { upheld: true, text: "We are sorry. Send it back with the label." };
  await support.support.decideDispute({ params: { order: disputed }, payload: decision });
  await run(comeToRest());
  await support.support.returnReceived({ params: { order: disputed } });

  for (const [number, act] of [
    [11, "releasePayout"],
    [12, "dropPayout"],
  ] as const) {
    const order = await delivered(cast, number);
    const [payment] = [...(await run(MemoryPayments)).payments.keys()].slice(-1);
    const tell = (outcome: string) =>
      provider.webhooks.payments({ payload: new TextEncoder().encode(JSON.stringify({ payment, outcome })) });
    await tell("Open");
    await run(comeToRest());
    await buyer.orders.confirm({ params: { order } });
    await tell("Lost");
    await run(comeToRest());
    await support.support[act]({ params: { order } });
  }
  await run(comeToRest());
};

/** What the desk looks up, and whom it has told. */
export const desk = async (cast: Cast): Promise<void> => {
  const { support, shop } = cast;
  const { entries: found } = await support.support.findOrders({
    payload: { email: contact.email, limit: 2 },
  });
  const seller = email("ada@members.example");
  const { sent } = await shop.runtime.runPromise(MemoryMailer);
  const sold = sent.find(({ mail, to }) => mail._tag === "ItemSold" && to === seller);
  if (sold === undefined) throw new Error("nothing was sold");
  const bounced = { messageId: sold.messageId, recipient: seller, outcome: "Failed" } as const;
  await shop.runtime.runPromise(receiveMailReport({ ...bounced, reason: "550 5.1.1 no such user" }));
  await support.support.viewMailbox({ payload: { email: seller } });
  await support.support.story({ params: { order: orderId(found.at(-1)?.id) } });
  await support.support.webhooks({ params: { order: orderId(found.at(-1)?.id) } });
  const { entries: paid } = await support.support.findCheckouts({
    payload: { email: email("grace@buyers.example"), limit: 2 },
  });
  for (const { id: checkout } of paid) await support.support.checkoutStory({ params: { checkout } });
  await support.support.clearRefusal({ payload: { email: seller } });
  const [mail] = await support.support.mails({ params: { order: orderId(found.at(-1)?.id) } });
  if (mail === undefined) throw new Error("no mail was sent");
  await support.support.mail({ params: { order: orderId(found.at(-1)?.id), mail: mail.id } });
  await support.support.findCredit({ payload: { email: seller } });
  const [reference] = [...(await shop.runtime.runPromise(MemoryStoreCredit)).cards.values()].map(
    (one) => one.reference,
  );
  if (reference === undefined) throw new Error("no store credit was issued");
  await support.support.resendCredit({ payload: { reference, email: seller } });
  await support.support.verifyJournal();
  await shop.runtime.runPromise(Effect.repeat(countEvents(), { while: (more) => more }));
  const days = { from: CivilDate.make("2026-11-01"), to: CivilDate.make("2026-11-30") };
  await support.figures.figures({ query: days });
  await support.figures.figuresCsv({ query: days });
  const wish = { url: "https://erp.example/hooks", events: ["order"] as const };
  const made = await support.subscriptions.subscribe({ payload: wish });
  const params = { subscription: made.subscription.id };
  await support.subscriptions.list();
  await support.subscriptions.rotateSecret({ params, payload: { overlap: HOUR } });
  await support.subscriptions.test({ params });
  await support.subscriptions.disable({ params, payload: { reason: "The receiver moves house." } });
  await support.subscriptions.enable({ params });
  await support.subscriptions.replay({ params, payload: { _tag: "Position", after: 0 } });
  await support.subscriptions.edit({ params, payload: { url: "https://erp.example/resale" } });
  await support.subscriptions.deliveries({ params, query: { limit: 2, show: "all" } });
  await support.subscriptions.remove({ params });
};

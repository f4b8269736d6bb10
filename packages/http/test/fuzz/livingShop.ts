import { History, instant, Links, ListingId } from "@resale/core";
import { anAddress, asSupport, signedIn, someDetails } from "@resale/testkit";
import { Redacted } from "effect";
import fastify from "fastify";
import { fastifyOptions, jwtAuthentication, resaleRoutes } from "../../src/index.ts";
import { aSeller, buyAsGuest, listPiece } from "../sale.ts";
import { audience, issuer, openShop, tokenOf, tokenSecret } from "../shop.ts";
import type { Words } from "./jsonOf.ts";

const aPhoto = async (client: Awaited<ReturnType<typeof listPiece>>["selling"]) =>
  (await client.photos.upload({ payload: new Uint8Array([1, 2, 3]) })).id;

/**
 * A shop in business, as it stands on the open internet: pieces for sale, in review, held and sold, orders under way,
 * delivered and in dispute; and everybody who may come to it, by what they send to say who they are.
 */
export const livingShop = async (options: { readonly requestTimeout?: number } = {}) => {
  const shop = await openShop();
  const support = await shop.as(asSupport);
  const live = [await listPiece(shop), await listPiece(shop), await listPiece(shop)];
  const [mine] = live;
  if (mine === undefined) throw new Error("nothing is for sale");
  const sold = await listPiece(shop);
  const bought = await buyAsGuest(shop, [sold.listing]);
  const arriving = await listPiece(shop);
  const delivered = await buyAsGuest(shop, [arriving.listing]);
  const { order: view } = await arriving.selling.orders.order({ params: { order: delivered.order } });
  await shop.scan({ tracking: view.tracking, status: "Accepted" });
  await shop.scan({ tracking: view.tracking, status: "Delivered" });
  const disputed = await listPiece(shop);
  const quarrel = await buyAsGuest(shop, [disputed.listing]);
  const { order: under } = await disputed.selling.orders.order({ params: { order: quarrel.order } });
  await shop.scan({ tracking: under.tracking, status: "Accepted" });
  await shop.scan({ tracking: under.tracking, status: "Delivered" });
  const params = { order: quarrel.order };
  const complaint = { kind: "NotAsDescribed", text: "torn", photos: [] };
  await shop.guest(quarrel.tokens[0] ?? "").orders.dispute({ params, payload: complaint });
  const { seller, unit } = await aSeller(shop);
  const selling = await shop.as(signedIn(seller));
  const drafted = await selling.selling.startListing({ payload: { unit } });
  const photo = await aPhoto(selling);
  const submitted = await aSeller(shop);
  const submitting = await shop.as(signedIn(submitted.seller));
  const waiting = await submitting.selling.startListing({ payload: { unit: submitted.unit } });
  const waitingFor = { listing: ListingId.make(waiting.id) };
  await submitting.selling.editListing({ params: waitingFor, payload: someDetails({ price: 90_00 }) });
  await submitting.selling.submitListing({ params: waitingFor });
  const other = await aSeller(shop);
  const held = await shop.visitor.buying.openCheckout({
    payload: {
      listings: [live[2]?.listing ?? mine.listing],
      email: bought.buyer,
      name: "G",
      shipTo: anAddress({ zip: "10001", city: "New York" }),
    },
  });
  const { subscription } = await support.subscriptions.subscribe({
    payload: { url: "https://erp.example/hooks" },
  });
  const link = await shop.runtime.runPromise(
    Links.useSync(({ guestOrder }) =>
      guestOrder({ order: bought.order, generation: 0, until: instant(shop.clock.now) }),
    ),
  );
  const member = async ({ id, email }: typeof seller) => `Bearer ${await tokenOf({ sub: id, email })}`;
  const actors: Readonly<Record<string, string | undefined>> = {
    visitor: undefined,
    owner: await member(mine.seller),
    drafter: await member(seller),
    submitter: await member(submitted.seller),
    otherMember: await member(other.seller),
    guest: `Guest ${bought.tokens[0]}`,
    guestOfDelivered: `Guest ${delivered.tokens[0]}`,
    guestOfDispute: `Guest ${quarrel.tokens[0]}`,
    guestTooLate: `Guest ${decodeURIComponent(link.split("/").at(-1) ?? "")}`,
    reviewer: `Bearer ${await tokenOf({ sub: "rita", roles: ["reviewer"] })}`,
    support: `Bearer ${await tokenOf({ sub: "sam", roles: ["support"] })}`,
    wrongRole: `Bearer ${await tokenOf({ sub: "eve", email: "eve@example.com", roles: ["king", "__proto__"] })}`,
    forger: `Bearer ${await tokenOf({ sub: "eve", roles: ["support"] }, { secret: "x".repeat(40) })}`,
    mumbler: "Basic \u0001 %00",
  };
  const app = fastify({
    ...fastifyOptions({ level: "silent" }),
    ...(options.requestTimeout === undefined
      ? {}
      : { requestTimeout: options.requestTimeout, http: { connectionsCheckingInterval: 20 } }),
  });
  await app.register(resaleRoutes, {
    runtime: shop.runtime,
    sandbox: shop.runtime,
    authenticate: jwtAuthentication({ key: { secret: Redacted.make(tokenSecret) }, issuer, audience }),
  });
  const listings = [...live.map(({ listing }) => listing), sold.listing, drafted.id, waiting.id];
  const orders = [bought.order, delivered.order, quarrel.order];
  const tasks = await support.support.listTasks({ query: { limit: 5 } });
  const words: Words = {
    uuid: [...listings, ...orders, held.id],
    listing: listings,
    listings,
    order: orders,
    checkout: [held.id, bought.checkout],
    subscription: [subscription.id],
    unit: [unit, submitted.unit, other.unit],
    photo: [photo, "list"],
    photos: [photo],
    email: [bought.buyer, delivered.buyer, seller.email, "A@Example.COM"],
    after: [...orders, ...listings],
    kind: ["NotAsDescribed", "Damaged", "NotReceived", "Whim"],
    code: ["Other", "NotAuthentic", "SellerCannotShip", "Whim"],
    region: ["NY", "CA", "PR", "AE", "ZZ"],
    zip: ["10001", "94105-1234", "1"],
    country: ["US", "CA"],
    grade: ["Good", "Excellent", "NewWithTags", "Worst"],
    tender: ["Card", "GiftCard"],
    token: ["tok_visa", "tok_declined"],
    checked: ["Photos", "Wear", "Grade", "Authenticity"],
    status: ["Placed", "Delivered", "Waiting", "Done", "Live"],
    as: ["Buyer", "Seller"],
    size: ["list", "detail", "zoom"],
    tracking: [view.tracking ?? "", "9400100000000000000009"],
    date: ["2026-11-25", "2026-02-30", "9999-12-31"],
    key: tasks.entries.map(({ key }) => key),
    operatorTask: ["*", "DisputeOpen"],
    url: ["https://erp.example/hooks", "http://127.0.0.1/", "https://[::1]/", "https://erp.example:99999/"],
    category: ["Handbags"],
    sort: ["Newest"],
    currency: ["USD"],
    name: ["Grace Hopper"],
    line1: ["77 Secret Lane"],
    line2: ["Apartment 9"],
    city: ["New York"],
    description: ["Worn twice."],
    text: ["torn", "because"],
    field: ["photos", "price"],
  };
  return {
    shop,
    app,
    words,
    actors,
    /** How many events there are: nothing has changed while this has not. */
    position: () => shop.runtime.runPromise(History.use(({ last }) => last)),
    close: async () => {
      await app.close();
      await shop.close();
    },
  };
};
export type LivingShop = Awaited<ReturnType<typeof livingShop>>;

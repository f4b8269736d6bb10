import {
  type Actor,
  type CheckoutCommand,
  cents,
  type ListingCommand,
  type Rejection,
  system,
  type UnitId,
} from "@resale/core";
import { Result } from "effect";
import fc from "fast-check";
import {
  aBuyer,
  aProduct,
  aPurchase,
  asBuyer,
  asMember,
  asReviewer,
  asSupport,
  asVisitor,
  checkoutId,
  freshId,
  listingId,
  memberId,
  openCommand,
  orderId,
  someDetails,
  submitCommand,
} from "../builders/index.ts";
import { Action, at, place } from "./Action.ts";
import type { World } from "./World.ts";

/** Everybody lives where the brand's own stock is: a place that a Program surely serves. */
const home = ({ program }: World, name: string) => ({ ...program.ownStock.address, name });

/** Something of the first category that a Program takes. */
const product = ({ program: { categories, brand } }: World) =>
  aProduct({ category: categories[0].key, name: `${brand} ${categories[0].label}` });

const purchase = (world: World, line: number) =>
  aPurchase({ id: `line-${line + 1}`, quantity: line === 0 ? 2 : 1, product: product(world) });
const sellers = ["ada", "bob"] as const;

export const listing = (seller: string, line: number, number: number, price: number) =>
  new Action(`${seller} lists ${line}~${number} for ${price}`, (world) => {
    const bought = purchase(world, line);
    const id = freshId();
    const actor = asMember(seller);
    const unit = `${bought.id}~${number}` as UnitId;
    const commands: ReadonlyArray<ListingCommand> = [
      {
        _tag: "Start",
        listing: listingId(id),
        seller: memberId(seller),
        displayName: seller,
        unit,
        purchase: bought,
      },
      { _tag: "Edit", details: someDetails({ price, program: world.program }) },
      submitCommand(home(world, seller)),
    ];
    for (const command of commands) world.tell(world.listings, id, command, actor);
  });

/** A seller lists one of three purchases, all the way to review. */
export const list = fc
  .tuple(
    fc.nat({ max: 2 }),
    fc.integer({ min: 1, max: 2 }),
    fc.constantFrom(...sellers),
    fc.integer({ min: 1, max: 900_00 }),
  )
  .map(([line, number, seller, price]) => listing(seller, line, number, price));

/** A reviewer finds everything right. */
export const approving = (index: number) =>
  new Action(`listing ${index} is approved`, (world) => {
    const [id, kept] = at(world.listings.kept, index) ?? [];
    if (id === undefined || kept === undefined) return;
    const { revision } = kept.state;
    const checked = world.program.review.checklist.map(({ key }) => key);
    world.tell(world.listings, id, { _tag: "Approve", revision, membership: "Active", checked }, asReviewer);
  });

export const listOwnStock = fc.integer({ min: 1, max: 900_00 }).map(
  (price) =>
    new Action(`support lists own stock for ${price}`, (world) => {
      const id = freshId();
      const details = someDetails({ price, program: world.program });
      world.tell(
        world.listings,
        id,
        { _tag: "ListOwnStock", listing: listingId(id), product: product(world), details },
        asSupport,
      );
    }),
);

export const review = fc
  .tuple(
    place,
    fc.constantFrom("Approve", "Approve", "Approve", "Deny", "RequestChanges", "Withdraw", "Edit"),
    fc.option(fc.integer({ min: 1, max: 900_00 })),
  )
  .map(
    ([index, what, price]) =>
      new Action(`${what} of listing ${index}${price === null ? "" : ` at ${price}`}`, (world) => {
        const found = at(world.listings.kept, index);
        if (found === undefined) return;
        const [id, { state }] = found;
        const { revision } = state;
        const owner: Actor = state.seller._tag === "Member" ? asMember(state.seller.id) : asSupport;
        const changes = [{ field: "photos", problem: "blurred" }] as const;
        const checked = world.program.review.checklist.map(({ key }) => key);
        const commands: Record<typeof what, readonly [ListingCommand, Actor]> = {
          Approve: [
            {
              _tag: "Approve",
              revision,
              membership: "Active",
              checked,
              ...(price === null ? {} : { price: cents(price) }),
            },
            asReviewer,
          ],
          Deny: [{ _tag: "Deny", revision, reason: { code: "Other", text: "" } }, asReviewer],
          RequestChanges: [{ _tag: "RequestChanges", revision, changes }, asReviewer],
          Withdraw: [{ _tag: "Withdraw" }, owner],
          Edit: [
            { _tag: "Edit", details: someDetails({ price: price ?? 50_00, program: world.program }) },
            owner,
          ],
        };
        const [command, actor] = commands[what];
        world.tell(world.listings, id, command, actor);
      }),
  );

const opening = (places: ReadonlyArray<number>, guest: boolean, tax: number) =>
  new Action(`${guest ? "a guest" : "grace"} opens a checkout of ${places.join(", ")}`, (world) => {
    const ids = [...new Set(places.flatMap((index) => at(world.listings.kept, index)?.[0] ?? []))];
    const checkout = freshId();
    world.together((apply) => {
      const wanted = ids.flatMap((id) => {
        const listing = world.listings.kept.get(id)?.state;
        if (listing === undefined || !("terms" in listing)) return [];
        const { price, charge } = listing.terms;
        const { seller } = listing;
        return [
          {
            listing: listing.id,
            order: orderId(freshId()),
            title: "Tote",
            seller,
            sellerEmail: null,
            price,
            charge,
            tax: cents(tax),
          },
        ];
      });
      const buyer = guest ? aBuyer({ member: null }) : aBuyer();
      const opened = apply(
        world.checkouts,
        checkout,
        openCommand(checkout, { buyer, wanted, shipTo: home(world, buyer.name) }),
        guest ? asVisitor : asBuyer,
      );
      if (Result.isFailure(opened)) return Result.fail(opened.failure);
      for (const id of ids) {
        const held = apply(
          world.listings,
          id,
          { _tag: "Reserve", checkout: checkoutId(checkout), until: opened.success.until },
          system,
        );
        if (Result.isFailure(held)) return Result.fail(held.failure);
      }
      return Result.succeed<Rejection | null>(null);
    });
  });

export const open = fc
  .tuple(fc.array(place, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.nat({ max: 20_00 }))
  .map(([places, guest, tax]) => opening(places, guest, tax));

export const pay = fc.tuple(place, fc.boolean()).map(
  ([index, gives]) =>
    new Action(`checkout ${index} is ${gives ? "paid" : "given up"}`, (world) => {
      const found = at(world.checkouts.kept, index);
      if (found === undefined) return;
      const [id, { state }] = found;
      const actor = state.buyer.member === null ? asVisitor : asBuyer;
      if (gives) {
        world.tell(
          world.checkouts,
          id,
          { _tag: "Pay", tender: "Card", token: "tok" } as CheckoutCommand,
          actor,
        );
        return;
      }
      world.together((apply) => {
        const let_ = apply(world.checkouts, id, { _tag: "Abandon" }, actor);
        if (Result.isFailure(let_)) return Result.fail(let_.failure);
        for (const { listing } of state.lines) {
          const released = apply(world.listings, listing, { _tag: "Release", checkout: state.id }, system);
          if (Result.isFailure(released)) return Result.fail(released.failure);
        }
        return Result.succeed(null);
      });
    }),
);

/** A checkout is opened and paid. */
export const buying = (places: ReadonlyArray<number>, guest: boolean, tax: number) =>
  new Action(`${places.join(", ")} are bought`, (world) => {
    opening(places, guest, tax).act(world);
    const [id, kept] = [...world.checkouts.kept].at(-1) ?? [];
    if (id === undefined || kept === undefined) return;
    const actor = kept.state.buyer.member === null ? asVisitor : asBuyer;
    world.tell(world.checkouts, id, { _tag: "Pay", tender: "Card", token: "tok" } as CheckoutCommand, actor);
  });

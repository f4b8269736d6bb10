import {
  type Cents,
  format,
  GradeKey,
  type ListingId,
  type ListingPhoto,
  type Member,
  preLoved,
  type UnitId,
} from "@resale/core";
import type { ResaleClient } from "@resale/http/client";
import { type CatalogueItem, drawingOf, items, members } from "@resale/seed";
import { drawPiece, photograph, type Shot, shots, somePhone } from "../artwork/index.ts";
import type { Stage } from "./Stage.ts";

/** A piece that a member has put up for sale. */
export interface Offer {
  readonly listing: ListingId;
  readonly title: string;
  readonly price: Cents;
  readonly seller: Member;
  readonly selling: ResaleClient;
  readonly unit: UnitId;
}

/** Who sells what, and for how much: the engine's advice, if nothing is said. */
export interface Wish {
  readonly seller?: string;
  readonly sku?: string;
  readonly grade?: "NewWithTags" | "Excellent" | "Good";
  readonly price?: number;
}

const taken = new Map<string, Promise<Uint8Array>>();

/** A photo as a phone sends it: on its side, with the camera and the place inside. Taken once. */
export const phonePhoto = (item: CatalogueItem, shot: Shot, side: number): Promise<Uint8Array> => {
  const key = `${item.sku} ${shot} ${side}`;
  const known = taken.get(key);
  if (known !== undefined) return known;
  const drawn = drawPiece(drawingOf(item, item.colours[0] ?? "Black", item.sku), shot);
  const photo = photograph(drawn, { phone: somePhone, side });
  taken.set(key, photo);
  return photo;
};

const shotOf = (key: string): Shot => shots.find((shot) => shot === key) ?? "CloseUp";

export const itemOf = (sku: string): CatalogueItem => {
  const item = items.find((one) => one.sku === sku);
  if (item === undefined) throw new Error(`The brand never sold a ${sku}.`);
  return item;
};

/** Takes the photos that a grade asks for, and sends them in (R7). */
export const sendPhotos = (
  stage: Stage,
  client: ResaleClient,
  item: CatalogueItem,
  tag: boolean,
): Promise<Array<ListingPhoto>> => {
  const subjects: ReadonlyArray<ListingPhoto["shows"]> = [
    ...preLoved.photos.required.map(({ key }) => ({ _tag: "Shot", key }) as const),
    ...(tag ? [{ _tag: "Tag" } as const] : []),
  ];
  return Promise.all(
    subjects.map(async (shows) => {
      const shot = shows._tag === "Shot" ? shotOf(shows.key) : "Tag";
      const payload = await phonePhoto(item, shot, stage.photoSide);
      return { photo: await client.photos.upload({ payload }), shows };
    }),
  );
};

const dollars = (cents: number): string => format(cents as Cents, preLoved.currency);

const memberOf = (name: string): Member => {
  const member = members.find(({ displayName }) => displayName.startsWith(name));
  if (member === undefined) throw new Error(`${name} is no member.`);
  return member;
};

/** A member lists what they once bought, with photos from their phone, and hands it in (R3, R7, R9). */
export const submitPiece = async (
  stage: Stage,
  { seller: name = "Ada", sku = "TT-1001", grade = "Excellent", price }: Wish = {},
): Promise<Offer> => {
  const { shop, teller } = stage;
  const seller = memberOf(name);
  await stage.follow(seller.email);
  const item = itemOf(sku);
  const unit = await shop.buyFromBrand({
    email: seller.email,
    sku,
    colour: item.colours[0] ?? "Black",
    monthsAgo: 14,
  });
  const selling = await shop.signIn(seller.email);
  const advice = await selling.selling.recommendPrice({
    params: { unit },
    query: { grade: GradeKey.make(grade) },
  });
  const asked = price ?? advice.price;
  teller.step(name, `finds the ${item.name} among her purchases: bought ${advice.ageMonths} months ago.`);
  teller.aside(
    `The shop advises: original price ${dollars(advice.base)}, ${grade}, so old: ${advice.steps
      .map((step) =>
        step._tag === "Rate"
          ? `${step.rate / 100} % → ${dollars(step.result)}`
          : `rounded → ${dollars(step.result)}`,
      )
      .join(", ")}. She would get ${dollars(advice.payout)}.`,
  );
  const listing = await selling.selling.startListing({ payload: { unit } });
  const photos = await sendPhotos(stage, selling, item, grade === "NewWithTags");
  teller.step(name, `sends in ${photos.length} photos from her phone, and asks ${dollars(asked)}.`);
  const params = { listing: listing.id };
  await selling.selling.editListing({
    params,
    payload: {
      photos,
      imperfections: [],
      grade: GradeKey.make(grade),
      description: "Carried a handful of times, and kept in its dust bag.",
      price: asked as Cents,
    },
  });
  const submitted = await selling.selling.submitListing({ params });
  teller.step(name, "hands the listing in.");
  if (submitted.inside?.reviewBy) teller.deadline("To be reviewed", submitted.inside.reviewBy);
  return { listing: listing.id, title: submitted.title, price: asked as Cents, seller, selling, unit };
};

/** A reviewer looks through the checklist and approves: the piece is on sale (R14, R15). */
export const approvePiece = async (stage: Stage, { listing }: Offer): Promise<void> => {
  const params = { listing };
  const { listing: seen } = await stage.reviewer.catalogue.listing({ params });
  const checked = preLoved.review.checklist.map(({ key }) => key);
  const revision = seen.inside?.revision ?? 0;
  const live = await stage.reviewer.review.approve({ params, payload: { revision, checked } });
  stage.teller.step(
    "Rita",
    `checks photos, wear, grade and authenticity, and approves. ${live.title} is on sale.`,
  );
};

/** A piece on sale, from purchase to approval. */
export const offer = async (stage: Stage, wish: Wish = {}): Promise<Offer> => {
  const piece = await submitPiece(stage, wish);
  await stage.rest();
  await approvePiece(stage, piece);
  await stage.rest();
  return piece;
};

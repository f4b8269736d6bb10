import { createHash } from "node:crypto";
import {
  type Actor,
  cents,
  type Details,
  type Email,
  type GradeKey,
  instant,
  type Member,
  type MemberId,
  type PhotoId,
  type PostalAddress,
  type PurchaseLine,
  type PurchaseLineId,
  preLoved,
  type RegionCode,
  type UnitId,
  type Zip,
} from "@resale/core";
import { PostgresMembers, PostgresPurchases } from "@resale/postgres";
import { Effect } from "effect";

const address = (name: string): PostalAddress => ({
  name,
  line1: "1 Main Street",
  city: "Albany",
  region: "NY" as RegionCode,
  zip: "12207" as Zip,
  country: preLoved.ownStock.address.country,
});

/** Who sells the n-th piece. */
export const sellerOf = (n: number): Member => ({
  id: `seller-${n}` as MemberId,
  email: `seller-${n}@members.example` as Email,
  displayName: "Ada L.",
  membership: "Active",
  address: address("Ada Lovelace"),
});

export const signedIn = ({ id, email }: Member): Actor => ({ _tag: "Member", id, email });

/** Who buys it: a guest. */
export const buyerOf = (n: number) => ({
  email: `buyer-${n}@buyers.example` as Email,
  name: "Grace Hopper",
  shipTo: address("Grace Hopper"),
});

const lineOf = (n: number): PurchaseLine => ({
  id: `line-${n}` as PurchaseLineId,
  product: {
    sku: "35S0GTVT2L",
    name: "Jet Set Medium Tote",
    category: "Handbags",
    colour: "Brown",
    material: "Leather",
    ownBrand: true,
    msrp: cents(250_00),
  },
  quantity: 1,
  refunded: 0,
  paid: cents(199_00),
  purchasedAt: instant(Date.parse("2025-06-14T12:00:00-04:00")),
  channel: { _tag: "Online" },
});

export const unitOf = (n: number): UnitId => `${lineOf(n).id}~1` as UnitId;

/** All that must be said of the n-th piece: the same, whoever says it. */
export const detailsOf = (n: number): Details => ({
  photos: preLoved.photos.required.map(({ key }) => ({
    photo: {
      id: createHash("sha256").update(`${n}.${key}`).digest("hex").slice(0, 32) as PhotoId,
      width: 1200,
      height: 1600,
    },
    shows: { _tag: "Shot", key },
  })),
  imperfections: [],
  grade: "Excellent" as GradeKey,
  description: "Carried a few times, kept in its dust bag.",
  price: cents(80_00 + n),
});

/** Puts the sellers of pieces into the loyalty programme, and the pieces into their purchases. */
export const stock = Effect.fnUntraced(function* (pieces: ReadonlyArray<number>) {
  const { upsertMembers } = yield* PostgresMembers;
  const { upsertPurchases } = yield* PostgresPurchases;
  yield* upsertMembers(pieces.map(sellerOf));
  for (const n of pieces) yield* upsertPurchases(sellerOf(n).id, [lineOf(n)]);
});
